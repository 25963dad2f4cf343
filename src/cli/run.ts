import { Command, CommanderError } from 'commander';
import { FORMATS } from '../newsmark';
import { type AnalyzeOptions, runAnalyze } from './commands/analyze';
import { runCheck } from './commands/check';
import { type ExportCommandOptions, runExport } from './commands/export';
import { CliError, Exit, type Io } from './io';
import { messagesFor } from './messages';

/** Runs the command line with its arguments (without node and script) and returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const lang = argv[argv.indexOf('--lang') + 1];
  const say = messagesFor(argv.includes('--lang') && lang ? lang : io.locale);
  let exit: Exit = Exit.clean;
  const program = new Command('newsmark')
    .description(say('program'))
    .addHelpText('after', `\n${say('exitCodes')}`)
    .option('--lang <lang>', say('lang'))
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  program
    .command('analyze <files...>')
    .description(say('analyze'))
    .option('--json', say('analyzeJson'))
    .option('--out <dir>', say('outDir'))
    .option('--encoding <name>', say('encoding'))
    .action(async (files: string[], options: AnalyzeOptions) => {
      exit = await runAnalyze(files, options, io, say);
    });
  program
    .command('check <paths...>')
    .description(say('check'))
    .action(async (paths: string[]) => {
      exit = await runCheck(paths, io, say);
    });
  program
    .command('export <paths...>')
    .description(say('export'))
    .requiredOption('--format <name>', say('format', FORMATS.join(', ')))
    .requiredOption('--out <dir>', say('outDir'))
    .option('--layers <names>', say('layers'))
    .action(async (paths: string[], options: ExportCommandOptions) => {
      exit = await runExport(paths, options, io, say);
    });
  for (const command of program.commands) command.option('--lang <lang>', say('lang'));
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? Exit.clean : Exit.error;
    if (!(error instanceof CliError)) throw error;
    io.err(`${error.message}\n`);
    return Exit.error;
  }
}
