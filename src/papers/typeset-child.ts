/**
 * The typesetting process: one paper, then it ends, because the compiler never gives memory back.
 * Argument: the job's folder, holding `job.json` (`TypesetJob`), the templates and the pictures.
 * Writes `paper.pdf` there. Ends with 0; with 2 and diagnostics on stderr when Typst refused the paper.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { TypesetJob } from './render-paper.ts'

const STANDARDS = ['a-2a', '1.7']
const PLAIN = ['a-1b']

const dir = process.argv[2]!
// Whoever asked is gone: nobody will read the result or remove the folder's leftovers.
process.on('disconnect', () => process.exit(1))
const problems: string[] = []
const pdf = typeset(JSON.parse(readFileSync(join(dir, 'job.json'), 'utf8')) as TypesetJob)
if (pdf) writeFileSync(join(dir, 'paper.pdf'), pdf)
process.stderr.write(problems.join('\n'), () => process.exit(pdf ? 0 : 2))

function typeset(job: TypesetJob): Buffer | null {
  const compiler = NodeCompiler.create({ workspace: dir, fontArgs: [{ fontPaths: job.fontPaths }] })
  const result = compiler.compile({ mainFilePath: join(dir, `${job.template}.typ`), inputs: { paper: job.paper, bookmarks: job.plain ? 'no' : 'yes' } })
  const document = result.result
  if (result.hasError() || !document) {
    const error = result.takeDiagnostics()
    problems.push(JSON.stringify(error ? error.shortDiagnostics : 'no document'))
    return null
  }
  for (const pdfStandard of job.plain ? PLAIN : STANDARDS) {
    try {
      return compiler.pdf(document, { pdfStandard, creationTimestamp: job.createdAt })
    } catch (error) {
      // A paper that is not archival is worth more than none.
      problems.push(`${pdfStandard}: ${String(error)}`)
    }
  }
  return null
}
