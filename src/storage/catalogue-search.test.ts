import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeSearch } from '../domain/requirements/search.ts'
import { loadCatalogue } from './catalogue-files.ts'

const loaded = await loadCatalogue(join(import.meta.dirname, '../../catalogue'))
if (!loaded.ok) throw new Error(JSON.stringify(loaded.mistakes))
const search = makeSearch(loaded.catalogue)

/** What people type, and the professions one of which must come among the first three. */
test.each([
  ['сварщик', 'electric-gas-welder'], ['Сварщик 6 разряда', 'electric-gas-welder'], ['свращик', 'electric-gas-welder'],
  ['газоэлектросварщик', 'electric-gas-welder'], ['сварщик рдс', 'manual-electric-welder'],
  ['дәнекерлеуші', 'electric-gas-welder'], ['данекерлеуши', 'electric-gas-welder'], ['cdfhobr', 'electric-gas-welder'],
  ['l2ytrthkteis', 'electric-gas-welder'], ['welder', 'electric-gas-welder'], ['svarshchik', 'electric-gas-welder'],
  ['крановщик', 'crane-operator'], ['машинист крана', 'crane-operator'], ['краншы', 'crane-operator'], ['kranshy', 'crane-operator'],
  ['автокран', 'truck-crane-operator'], ['электрик', 'electrician'], ['дежурный электрик', 'electrician'],
  ['лаборант', 'chemical-lab-assistant'], ['техник по охране труда', 'safety-technician'], ['slesar', 'repair-fitter'],
  ['слесарь ремонтник', 'repair-fitter'], ['киповец', 'instrument-fitter'], ['слесарь КИПиА', 'instrument-fitter'],
  ['водитель белаза', 'motor-vehicle-driver'], ['шофер', 'motor-vehicle-driver'], ['жүргізуші', 'motor-vehicle-driver'],
  ['взрывник', 'blaster'], ['жарушы', 'blaster'], ['плавильшик', 'ferroalloy-smelter'], ['экскаваторщик', 'excavator-operator'],
  ['бульдозер', 'bulldozer-operator'], ['тепловоз', 'diesel-locomotive-driver'], ['помощник машиниста тепловоза', 'diesel-driver-assistant'],
  ['стропаль', 'slinger'], ['turner', 'turner'], ['начальник цеха', 'shop-head'], ['ЕТКС-1, § 189', 'crane-operator'],
])('%s finds %s', (query, id) => {
  expect(search(query, 3).map((found) => found.entry.id)).toContain(id)
})

test('a trade the catalogue does not hold finds nothing rather than something', () => {
  for (const query of ['повар', 'бухгалтер', 'qwerty', '', '   ', '!!!']) expect(search(query, 5)).toEqual([])
})
