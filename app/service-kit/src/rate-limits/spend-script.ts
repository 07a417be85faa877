/**
 * Takes for each key so many milliseconds of its bucket (ARGV 1, 3, …), up to a debt of so many (ARGV 2, 4, …), and answers with
 * the debts: after how many milliseconds each bucket is full again. By the clock of Valkey, which is the same for all.
 */
export const spendScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local debts = {}
for index, key in ipairs(KEYS) do
  local spent, most = tonumber(ARGV[2 * index - 1]), tonumber(ARGV[2 * index])
  local fullAgainAt = tonumber(redis.call('GET', key) or '0') or 0
  local debt = math.min(math.max(fullAgainAt - now, 0) + spent, most)
  redis.call('SET', key, string.format('%.3f', now + debt), 'PX', math.max(1, math.ceil(debt)))
  debts[index] = math.ceil(debt)
end
return debts
`
