-- POST of as many bytes as the argument says.
local folder = debug.getinfo(1, "S").source:match("@?(.*/)")
dofile(folder .. "summary.lua")

wrk.method = "POST"

function init(arguments)
  wrk.body = string.rep("x", tonumber(arguments[1]))
end
