-- GET of one address, with a cookie when there is an argument.
local folder = debug.getinfo(1, "S").source:match("@?(.*/)")
dofile(folder .. "summary.lua")

function init(arguments)
  wrk.headers["Cookie"] = arguments[1]
end
