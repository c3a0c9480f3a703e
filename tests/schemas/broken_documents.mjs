// One valid document of each kind, and ways to break it. Whoever refuses documents must refuse each of these,
// and must not refuse the unbroken one: no row of the table can pass by accident.
export const catalog = () => ({
  format: 'planshift-catalog/1', id: 'vendor', name: 'Vendor', currency: 'USD', time_zone: 'Europe/Vienna',
  seat_name: { one: 'seat', other: 'seats' },
  sources: [{ id: 'terms', title: 'Terms', url: 'https://vendor.example/terms' }],
  cycles: [{ id: 'monthly', length: 'P1M' }, { id: 'yearly', length: 'P1Y', starts_on: { month: 1, day: 1 } }],
  plans: [
    { id: 'basic', rank: 1, prices: { monthly: { per_seat: '10.00' } }, seats: { min: 1, max: null }, credits: { per_period: 10, name: 'tasks' } },
    { id: 'team', rank: 2, prices: { monthly: { flat: '20.00', tiers: { mode: 'graduated', steps: [{ up_to: 10, per_seat: '9.00' }, { up_to: null, per_seat: '7.00' }] } }, yearly: { package: { size: 5, price: '400.00' } } } }
  ],
  addons: [{ id: 'archive', prices: { monthly: { flat: '9.00' } }, plans: ['team'] }],
  discounts: [{ id: 'welcome', percent: '20', on: 'first_payment' }, { id: 'five-off', amount: '5.00', on: 'recurring' }],
  tax: { name: 'VAT', percent: '20', inclusive: true },
  policy: {
    proration: { unit: 'day', rounding: 'half_up', change_day: 'remaining' }, mixed: 'split',
    rules: {
      upgrade: { when: 'choice', choice_default: 'now', cycle: 'keep', unused: 'credit', charge: 'prorated', collect: 'now', lines: 'split', carry_credits: false, roles: ['owner'], cite: ['terms'] },
      longer_cycle: { cycle: 'restart', unused: 'refund' },
      add_seats: { on_cycles: { monthly: { charge: 'none' } } },
      cancel: { when: 'period_end', unused: 'forfeit', notice: 'P10D' }
    }
  },
  cancellation: { consequences: [{ code: 'access_ends', from: 'effective', after: 'P0D', not_before: false, title: 'Access ends', detail: 'For everybody.', cite: ['terms'] }] }
})

const subscription = () => ({
  plan: 'basic', cycle: 'monthly', seats: 3, seats_in_use: 2, addons: [{ id: 'archive', seats: 2 }], period: { start: '2026-11-01', end: '2026-12-01' },
  anchor_day: 1, paid: '30.00', balance: '0.00', credits_left: null, trial: false, discounts: ['five-off'], scheduled: null, cancels_on: null,
  pending: [{ label: 'Set-up', amount: '-12.50' }]
})

export const requests = {
  preview: () => ({ id: 7, at: '2026-11-22', role: 'owner', subscription: subscription(), change: { plan: 'team', seats: 5, cycle: 'yearly', addons: [{ id: 'archive' }], discounts: [], timing: 'now' } }),
  quote: () => ({ at: '2026-11-22', terms: { plan: 'team', cycle: 'monthly', seats: 4, addons: [] }, discounts: ['welcome'], first_period_end: '2026-12-01' }),
  eligibility: () => ({ at: '2026-11-22', role: 'owner', subscription: subscription() }),
  forecast: () => ({ subscription: subscription(), events: [{ at: '2026-12-24', role: 'owner', change: { cancel: true, reason: 'Enough' } }], until: '2027-12-01' }),
  sweep: () => ({ role: 'owner', subscription: subscription(), change: { resume: true }, from: '2026-11-01', to: '2026-11-30' })
}

export const valid = { catalog, ...Object.fromEntries(Object.entries(requests).map(([question, make]) => [`${question}-request`, make])) }

/** Sets what the pointer names; undefined takes it away. */
export function set(document, pointer, value) {
  const steps = pointer.split('/').slice(1)
  const last = steps.pop()
  const parent = steps.reduce((at, step) => at[step], document)
  if (value === undefined) delete parent[last]
  else parent[last] = value
  return document
}

const notMoney = [10, 9.99, '-1.00', '+1', '1,00', '01.00', '.5', '5.', '1e3', '', ' 1', '1.00000', '12345678901234567890', null, '$5']
const notDates = ['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', '1969-12-31', '10000-01-01', '2026-11-22T00:00', '2026-11-22T24:00:00Z', '2026-11-22T00:00:00+01:00', '', 20261122, null]
const notLengths = ['P0D', 'P10000D', 'P1M2D', '1M', 'P1', 'PT1H', 'P1.5D', 'P-1D', 'p1m', '', 30, null]
const notIds = ['', 'Basic', '-a', '.a', 'a b', 'ä', 'a'.repeat(65), 5, null]
const notSeats = [0, -1, 1000001, 2.5, '3', null]
const notTexts = ['a\u0000b', 'line\nbreak', 'bell\u0007', 'delete\u007f', 'next\u0085line', 5, null]
const notPercents = ['-1', '101', '100.5', '1.1234567', '5%', '.5', '05', 20, null]

/** schema, pointer, values each of which breaks it (undefined: the member is missing) */
export const table = [
  ['catalog', '/format', [undefined, 'planshift-catalog/2', 1]],
  ['catalog', '/id', [undefined, ...notIds]],
  ['catalog', '/name', ['', ...notTexts, 'n'.repeat(201)]],
  ['catalog', '/seat_name/one', [undefined, ...notTexts]],
  ['catalog', '/sources/0/url', ['', ...notTexts]],
  ['catalog', '/currency', [undefined, 'usd', 'US', 'USDX', 840, null]],
  ['catalog', '/nmae', ['a typo must never pass']],
  ['catalog', '/cycles', [undefined, [], {}, null]],
  ['catalog', '/cycles/0/id', [undefined, ...notIds]],
  ['catalog', '/cycles/0/length', [undefined, ...notLengths]],
  ['catalog', '/cycles/1/length', ['P30D', 'P52W']],
  ['catalog', '/cycles/1/starts_on', [{}, { month: 1 }, { day: 0 }, { day: 32 }, { day: '1' }, { month: 13, day: 1 }, { month: 0, day: 1 }, null]],
  ['catalog', '/plans', [undefined, [], null]],
  ['catalog', '/plans/0/id', [undefined, ...notIds]],
  ['catalog', '/plans/0/rank', [undefined, '1', 1.5, null]],
  ['catalog', '/plans/0/prices', [undefined, [], null]],
  ['catalog', '/plans/0/prices/monthly', [{}, null, '10.00', { per_month: '10.00' }]],
  ['catalog', '/plans/0/prices/monthly/per_seat', notMoney],
  ['catalog', '/plans/0/prices/Monthly', [{ flat: '1.00' }]],
  ['catalog', '/plans/0/seats/min', notSeats],
  ['catalog', '/plans/0/seats/max', [0, -1, 1000001, 2.5, '3']],
  ['catalog', '/plans/0/retired', ['yes', 1, null]],
  ['catalog', '/plans/0/credits/per_period', [undefined, -1, 1.5, '10', null]],
  ['catalog', '/plans/1/prices/monthly/package', [{ size: 5, price: '40.00' }]],
  ['catalog', '/plans/1/prices/monthly/tiers/mode', [undefined, 'stairs', null]],
  ['catalog', '/plans/1/prices/monthly/tiers/steps', [undefined, [], [{ up_to: 10, per_seat: '9.00' }], [{ up_to: null, per_seat: '9.00' }, { up_to: null, per_seat: '7.00' }]]],
  ['catalog', '/plans/1/prices/monthly/tiers/steps/0/up_to', [undefined, 0, 1.5, '10']],
  ['catalog', '/plans/1/prices/monthly/tiers/steps/0/per_seat', [undefined, ...notMoney]],
  ['catalog', '/plans/1/prices/yearly/package/size', [undefined, ...notSeats]],
  ['catalog', '/plans/1/prices/yearly/package/price', [undefined, ...notMoney]],
  ['catalog', '/addons/0/id', [undefined, ...notIds]],
  ['catalog', '/addons/0/prices', [undefined]],
  ['catalog', '/addons/0/plans', ['team', [5], null]],
  ['catalog', '/addons/0/rank', [1]],
  ['catalog', '/discounts/0/on', [undefined, 'always', null]],
  ['catalog', '/discounts/0/percent', [undefined, ...notPercents]],
  ['catalog', '/discounts/0/amount', ['5.00']],
  ['catalog', '/discounts/1/on', ['everything']],
  ['catalog', '/discounts/1/amount', [undefined, ...notMoney]],
  ['catalog', '/tax/percent', [undefined, ...notPercents]],
  ['catalog', '/tax/inclusive', ['true', 0, null]],
  ['catalog', '/policy', [undefined, {}, null]],
  ['catalog', '/policy/mixed', ['both', null]],
  ['catalog', '/policy/proration/unit', ['hour', 'second', null]],
  ['catalog', '/policy/proration/rounding', ['floor', null]],
  ['catalog', '/policy/proration/change_day', ['both', null]],
  ['catalog', '/policy/rules', [undefined, [], null]],
  ['catalog', '/policy/rules/upgarde', [{}]],
  ['catalog', '/policy/rules/upgrade', [null, 'now']],
  ['catalog', '/policy/rules/upgrade', [{ cycle: 'align' }, { charge: 'full' }, { unused: 'forfeit' }, { cycle: 'restart', charge: 'prorated' }, { cycle: 'restart', charge: 'none' },
    { cycle: 'restart', lines: 'net' }, { cycle: 'restart', collect: 'next_payment' }, { cycle: 'restart', carry_credits: true }, { cycle: 'restart', unused: 'refund', carry_credits: true },
    { lines: 'net', unused: 'refund' }, { unused: 'refund', collect: 'next_payment' }, { when: 'choice', charge: 'full' }, { notice: 'P1D' }, { when: 'never', notice: 'P1D' }]],
  ['catalog', '/policy/rules/longer_cycle', [{}, { cycle: 'keep' }, { cycle: 'align', charge: 'full' }, { cycle: 'align', charge: 'none' }, { cycle: 'align', lines: 'net' }, { cycle: 'align', collect: 'next_payment' }, { cycle: 'align', carry_credits: true }]],
  ['catalog', '/policy/rules/cancel', [{ when: 'now', unused: 'credit' }, { when: 'choice', unused: 'credit' }, { when: 'now', notice: 'P10D' }]],
  ['catalog', '/policy/rules/upgrade/when', ['later', null]],
  ['catalog', '/policy/rules/upgrade/choice_default', ['choice', 'never', null]],
  ['catalog', '/policy/rules/upgrade/cycle', ['reset', null]],
  ['catalog', '/policy/rules/upgrade/unused', ['lose', null]],
  ['catalog', '/policy/rules/upgrade/charge', ['half', null]],
  ['catalog', '/policy/rules/upgrade/collect', ['later', null]],
  ['catalog', '/policy/rules/upgrade/lines', ['both', null]],
  ['catalog', '/policy/rules/upgrade/carry_credits', ['true', 1, null]],
  ['catalog', '/policy/rules/upgrade/roles', ['owner', ['Owner'], null]],
  ['catalog', '/policy/rules/upgrade/cite', ['terms', ['Terms'], null]],
  ['catalog', '/policy/rules/upgrade/wehn', ['now']],
  ['catalog', '/policy/rules/cancel/notice', ['P0M', '10 days', null]],
  ['catalog', '/policy/rules/add_seats/on_cycles/monthly', [null, { chrage: 'none' }, { on_cycles: {} }]],
  ['catalog', '/cancellation/consequences/0/code', [undefined, ...notIds]],
  ['catalog', '/cancellation/consequences/0/title', [undefined, ...notTexts]],
  ['catalog', '/cancellation/consequences/0/detail', [...notTexts, 'd'.repeat(2001)]],
  ['catalog', '/cancellation/consequences/0/from', ['period_end', null]],
  ['catalog', '/cancellation/consequences/0/after', ['P0M', '90 days', null]],
  ['catalog', '/cancellation/consequences/0/not_before', ['true', null]],
  ['preview-request', '/id', [1.5, true, null, {}]],
  ['preview-request', '/question', ['quote', null]],
  ['preview-request', '/at', [undefined, ...notDates]],
  ['preview-request', '/role', [...notIds]],
  ['preview-request', '/subscription', [undefined, null, []]],
  ['preview-request', '/subscription/plan', [undefined, ...notIds]],
  ['preview-request', '/subscription/cycle', [undefined, ...notIds]],
  ['preview-request', '/subscription/seats', [undefined, ...notSeats]],
  ['preview-request', '/subscription/seats_in_use', [-1, 1000001, 1.5, '2', null]],
  ['preview-request', '/subscription/addons', [null, ['archive'], [{}], [{ id: 'archive', seats: 0 }]]],
  ['preview-request', '/subscription/period', [undefined, null, {}]],
  ['preview-request', '/subscription/period/start', [undefined, ...notDates]],
  ['preview-request', '/subscription/period/end', [undefined, ...notDates]],
  ['preview-request', '/subscription/anchor_day', [0, 32, '1', null]],
  ['preview-request', '/subscription/paid', notMoney],
  ['preview-request', '/subscription/balance', notMoney],
  ['preview-request', '/subscription/credits_left', [-1, 1.5, '3']],
  ['preview-request', '/subscription/trial', ['false', 0, null]],
  ['preview-request', '/subscription/discounts', [null, 'five-off', ['five-off', 'five-off'], [5]]],
  ['preview-request', '/subscription/scheduled', [{ plna: 'team' }, [], { seats: 0 }, { plan: null }]],
  ['preview-request', '/subscription/cancels_on', ['soon', 5]],
  ['preview-request', '/subscription/pending', [null, [{ label: 'x' }], [{ amount: '1.00' }], [{ label: 'x', amount: 1 }], [{ label: 'x', amount: null }]]],
  ['preview-request', '/subscription/colour', ['red']],
  ['preview-request', '/change', [undefined, null, [], { cancel: false }, { cancel: true, plan: 'team' }, { plan: 'team', reason: 'why' }, { resume: true, timing: 'now' }, { resume: true, cancel: true }, { colour: 'red' }]],
  ['preview-request', '/change/plan', notIds],
  ['preview-request', '/change/seats', notSeats],
  ['preview-request', '/change/timing', ['choice', 'later', null]],
  ['preview-request', '/change/discounts', [null, ['a', 'a']]],
  ['preview-request', '/when', ['2026-11-22']],
  ['preview-request', '/subscription/pending/0/label', ['', ...notTexts]],
  ['quote-request', '/at', [undefined, ...notDates]],
  ['quote-request', '/terms', [undefined, null]],
  ['quote-request', '/terms/plan', [undefined, ...notIds]],
  ['quote-request', '/terms/cycle', [undefined, ...notIds]],
  ['quote-request', '/terms/seats', notSeats],
  ['quote-request', '/terms/period', [{ start: '2026-11-01', end: '2026-12-01' }]],
  ['quote-request', '/discounts', [null, ['welcome', 'welcome']]],
  ['quote-request', '/first_period_end', notDates],
  ['quote-request', '/change', [{ plan: 'team' }]],
  ['quote-request', '/role', ['owner']],
  ['eligibility-request', '/at', [undefined, ...notDates]],
  ['eligibility-request', '/subscription', [undefined]],
  ['eligibility-request', '/change', [{ plan: 'team' }]],
  ['forecast-request', '/subscription', [undefined]],
  ['forecast-request', '/until', [undefined, ...notDates]],
  ['forecast-request', '/events', [null, {}, [{}], [{ at: '2026-12-24' }], [{ change: { seats: 3 } }]]],
  ['forecast-request', '/events/0/at', notDates],
  ['forecast-request', '/events/0/amount', ['5.00']],
  ['sweep-request', '/subscription', [undefined]],
  ['sweep-request', '/change', [undefined, null]],
  ['sweep-request', '/from', [undefined, ...notDates]],
  ['sweep-request', '/to', [undefined, ...notDates]]
]
