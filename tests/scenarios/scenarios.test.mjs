// Every scenario, asked of the engine through its command line. The comparison is that of the second opinion:
// texts, orders that mean nothing and additional members are free, everything else is binding.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { compare } from '../oracle/compare.mjs'
import { scenarios } from './corpus.mjs'

const program = process.env.PLANSHIFT ?? fileURLToPath(new URL('../../dist/bin/planshift', import.meta.url))
const skip = existsSync(program) ? false : `there is no ${program}: run scripts/build`
const folder = mkdtempSync(join(tmpdir(), 'planshift-scenarios-'))
after(() => rmSync(folder, { recursive: true }))

export function ask({ catalogText, question, requestText }) {
  const catalog = join(folder, 'catalog.json')
  writeFileSync(catalog, catalogText)
  const alone = question === 'check' || question === 'audit'
  const args = alone ? [question, catalog] : [question, '--catalog', catalog, '-']
  const run = spawnSync(program, args, { input: alone ? '' : requestText, encoding: 'utf8' })
  assert.equal(run.stderr, '', 'nothing is said beside the answer')
  assert.equal(run.stdout.split('\n').length, 2, 'the answer is one line')
  return { answer: JSON.parse(run.stdout), status: run.status }
}

for (const scenario of scenarios()) {
  test(scenario.name, { skip }, () => {
    const { answer, status } = ask(scenario)
    const { expected } = scenario
    assert.equal(status, expected.error ? 1 : 0)
    assert.deepEqual(compare(expected, answer), [])
    // Of an error the scenario says what it wants to see of the first fault, and of the warnings which must be there.
    for (const [member, value] of Object.entries(expected.error ?? {})) assert.equal(answer.error[member], value, member)
    for (const { code, path } of expected.warnings ?? []) {
      assert.ok(answer.warnings.some((warning) => warning.code === code && warning.path === path), `${code} at ${path}`)
    }
  })
}

test('every scenario that works something out says how', () => {
  for (const { name, title, worked } of scenarios()) {
    if (name.startsWith('examples/')) continue
    assert.ok(title?.length > 10, `${name}: a title`)
    assert.ok(worked?.length > 10, `${name}: what is worked out`)
  }
})
