/** The stand-in as a process of its own. PORT, SIM_DATA_DIR, SIM_TOKEN, SIM_STAFF_CHAT_ID, SIM_HOST, SIM_LIMITS (telegram or off). */
import { startSimulator } from './index.ts'

const { PORT, SIM_DATA_DIR, SIM_TOKEN, SIM_STAFF_CHAT_ID, SIM_HOST, SIM_LIMITS } = process.env

const simulator = await startSimulator({
  port: Number(PORT ?? 8080),
  limits: SIM_LIMITS === 'off' ? 'off' : 'telegram',
  ...(SIM_HOST ? { host: SIM_HOST } : {}),
  ...(SIM_DATA_DIR ? { dataDir: SIM_DATA_DIR } : {}),
  ...(SIM_TOKEN ? { token: SIM_TOKEN } : {}),
  ...(SIM_STAFF_CHAT_ID ? { staff: { chatId: Number(SIM_STAFF_CHAT_ID) } } : {}),
})
console.log(`simulator: ${simulator.url}`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    void simulator.stop().then(() => process.exit(0))
  })
}
