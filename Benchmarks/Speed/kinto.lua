-- Creates one record of 512 bytes a request, in one collection after the other.
-- Arguments: the path of a collection without its number, and how many there are.
local folder = debug.getinfo(1, "S").source:match("@?(.*/)")
dofile(folder .. "summary.lua")

local body = '{"data": {"entry": "' .. string.rep("hearth64", 64) .. '"}}'
local requests, count = {}, 0

function init(arguments)
  for number = 1, tonumber(arguments[2]) do
    local path = arguments[1] .. number .. "/records"
    requests[number] = wrk.format("POST", path, { ["Content-Type"] = "application/json" }, body)
  end
end

function request()
  count = count + 1
  return requests[count % #requests + 1]
end
