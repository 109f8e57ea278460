-- Appends one entry a request: templates of whole requests, each with a fresh entry id put in.
-- The file named by the first argument has a line for each person: path, cookie, batch of one envelope in hexadecimal.
local folder = debug.getinfo(1, "S").source:match("@?(.*/)")
dofile(folder .. "summary.lua")

-- Batch: version 1, count 2, length 4; then the envelope, whose entry id is at 38 (docs/protocol.md).
local id_offset, id_length = 7 + 38, 16
local templates, count, thread = {}, 0, ""

function init(arguments)
  local random = io.open("/dev/urandom", "rb")
  thread = random:read(8)
  random:close()
  for line in io.lines(arguments[1]) do
    local path, cookie, digits = line:match("(%S+)\t(%S+)\t(%S+)")
    local body = digits:gsub("..", function(pair) return string.char(tonumber(pair, 16)) end)
    local headers = { ["Cookie"] = cookie, ["X-Hearth"] = "1", ["Content-Type"] = "application/octet-stream" }
    local request = wrk.format("POST", path, headers, body)
    local start = #request - #body
    templates[#templates + 1] = { request:sub(1, start + id_offset), request:sub(start + id_offset + id_length + 1) }
  end
end

function request()
  count = count + 1
  local template = templates[count % #templates + 1]
  local low, high = count % 65536, math.floor(count / 65536)
  local number = string.char(0, 0, 0, 0, math.floor(high / 256) % 256, high % 256, math.floor(low / 256), low % 256)
  return template[1] .. thread .. number .. template[2]
end
