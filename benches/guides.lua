-- wrk script: GET /api/v1/guides with a random region and a query as people type them.
-- BENCH_QUERIES and BENCH_REGIONS name files with one value a line; BENCH_PARAMS is added to every address.
local function lines(name)
  local list = {}
  for line in io.lines(os.getenv(name)) do
    if line ~= "" then list[#list + 1] = line end
  end
  return list
end

local function encode(text)
  return (text:gsub("[^%w%-%._~]", function(c) return string.format("%%%02X", string.byte(c)) end))
end

local queries, regions, tail
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("seed", threads)
end

-- All that can be put together before the clock runs is: wrk shares the machine with the server that it measures,
-- and escaping a query takes longer than sending it.
function init()
  math.randomseed(seed * 7919)
  queries, regions = lines("BENCH_QUERIES"), lines("BENCH_REGIONS")
  local whole = wrk.format("GET", "/api/v1/guides?q=@")
  local at = whole:find("@", 1, true)
  for n, query in ipairs(queries) do
    queries[n] = whole:sub(1, at - 1) .. encode(query) .. "&region="
  end
  tail = "&" .. os.getenv("BENCH_PARAMS") .. whole:sub(at + 1)
end

function request()
  return queries[math.random(#queries)] .. regions[math.random(#regions)] .. tail
end

function done(summary, latency)
  local errors = summary.errors
  local failed = errors.connect + errors.read + errors.write + errors.status + errors.timeout
  io.write(string.format("RESULT %.0f %.3f %.3f %d\n", summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(99) / 1000, failed))
end
