/**
 * One change of a case, all of it or nothing: revision, record, audit, effects, update id, queue, number.
 *
 * KEYS  1 case, 2 wrapped key, 3 account, 4 audit, 5 effects, 6 effect times, 7 dirty, 8 queue, 9 numbers,
 *       10 update bucket, 11 applicant's cases, 12 the same without the applicant, 13 register, 14 names
 * ARGV  1 expected revision, empty for a new case, 2 next revision, 3 plain, 4 sealed, 5 nonce, 6 now, 7 id,
 *       8 update or empty, 9 moment sent while nobody has it, or empty, 10 number or empty, 11 applicant or empty,
 *       12 created at, 13 wrapped key (new case), 14 account (new case) or empty, 15 line of the register,
 *       16 sealed name or empty, 17 how many audit lines, then the lines, then pairs of effect and record
 *
 * The nonce tells a script that ran twice, because the connection broke before its answer, from a second writer.
 */
export const SAVE_SCRIPT = `
local old = redis.call('HMGET', KEYS[1], 'r', 'n', 'o')
if old[1] and old[2] == ARGV[5] then return 'saved' end
if ARGV[1] == '' then
  if old[1] then return 'conflict' end
  redis.call('SET', KEYS[2], ARGV[13])
  if ARGV[14] ~= '' then redis.call('SET', KEYS[3], ARGV[14]) end
else
  if not old[1] then return 'gone' end
  if old[1] ~= ARGV[1] then return 'conflict' end
end
redis.call('HSET', KEYS[1], 'p', ARGV[3], 's', ARGV[4], 'r', ARGV[2], 'n', ARGV[5])
redis.call('ZADD', KEYS[7], ARGV[2], ARGV[7])
if ARGV[8] ~= '' then
  redis.call('SADD', KEYS[10], ARGV[8])
  redis.call('EXPIRE', KEYS[10], 172800)
end
if ARGV[9] ~= '' then redis.call('ZADD', KEYS[8], ARGV[9], ARGV[7]) else redis.call('ZREM', KEYS[8], ARGV[7]) end
if ARGV[10] ~= '' then redis.call('HSET', KEYS[9], ARGV[10], ARGV[7]) end
if (old[3] or '') ~= ARGV[11] then
  if old[3] then redis.call('ZREM', KEYS[12] .. old[3], ARGV[7]) end
  if ARGV[11] ~= '' then
    redis.call('HSET', KEYS[1], 'o', ARGV[11])
    redis.call('ZADD', KEYS[11], ARGV[12], ARGV[7])
  else
    redis.call('HDEL', KEYS[1], 'o')
  end
end
redis.call('HSET', KEYS[13], ARGV[7], ARGV[15])
if ARGV[16] ~= '' then redis.call('HSET', KEYS[14], ARGV[7], ARGV[16]) else redis.call('HDEL', KEYS[14], ARGV[7]) end
local at = 17 + tonumber(ARGV[17])
for i = 18, at do redis.call('RPUSH', KEYS[4], ARGV[i]) end
for i = at + 1, #ARGV, 2 do
  redis.call('HSET', KEYS[5], ARGV[i], ARGV[i + 1])
  redis.call('ZADD', KEYS[6], ARGV[6], ARGV[i])
end
return 'saved'
`
