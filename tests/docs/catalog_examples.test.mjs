// docs/catalog.md is true: each of its answers is what the engine says, and its catalogs are valid.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { faults } from '../schemas/validators.mjs'
import { examples, missing } from './catalog_examples.mjs'

const program = process.env.PLANSHIFT ?? fileURLToPath(new URL('../../dist/bin/planshift', import.meta.url))
const skip = existsSync(program) ? false : `there is no ${program}: run scripts/build`
const folder = mkdtempSync(join(tmpdir(), 'planshift-docs-'))
after(() => rmSync(folder, { recursive: true }))

test('the page has examples', () => assert.ok([...examples()].length >= 35))

for (const { line, catalog, question, request, answer } of examples()) {
  test(`line ${line}: the documents are valid`, () => {
    assert.deepEqual(faults('catalog', catalog), [])
    assert.deepEqual(faults(`${question}-request`, request), [])
  })
  test(`line ${line}: the answer is the engine's`, { skip }, () => {
    const file = join(folder, 'catalog.json')
    writeFileSync(file, JSON.stringify(catalog))
    const run = spawnSync(program, [question, '--catalog', file, '-'], { input: JSON.stringify(request), encoding: 'utf8' })
    assert.deepEqual(missing(answer, JSON.parse(run.stdout)), [])
  })
}
