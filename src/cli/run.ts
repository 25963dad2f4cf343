import { Command, CommanderError } from 'commander';
import { FORMATS, readers } from '../newsmark';
import { type AnalyzeOptions, runAnalyze } from './commands/analyze';
import { runCheck } from './commands/check';
import { type ExportCommandOptions, runExport } from './commands/export';
import { type ImportCommandOptions, runImport } from './commands/import';
import { CliError, Exit, type Io } from './io';
import { messagesFor, type Say } from './messages';

/** Runs the command line with its arguments (without node and script) and returns the exit code. */
export async function run(argv: readonly string[], io: Io): Promise<Exit> {
  const say = messagesFor(langOf(argv) ?? io.locale);
  let exit: Exit = Exit.clean;
  const program = newProgram(io, say);
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
    .requiredOption('--out <dir>', say('outDir'))
    .option('--format <name>', say('format', FORMATS.join(', ')))
    .option('--layers <names>', say('layers'))
    .option('--states <names>', say('states'))
    .option('--per <unit>', say('per'))
    .option('--text <form>', say('text'))
    .option('--script <form>', say('script'))
    .option('--split <shares>', say('split'))
    .option('--seed <number>', say('seed'))
    .option('--tags <set>', say('tags'))
    .option('--sequence <unit>', say('sequence'))
    .option('--offset-unit <unit>', say('offsetUnit'))
    .option('--config <file>', say('config'))
    .action(async (paths: string[], options: ExportCommandOptions) => {
      exit = await runExport(paths, options, io, say);
    });
  program
    .command('import <paths...>')
    .description(say('import'))
    .requiredOption('--format <name>', say('importFormat', readers.map(({ id }) => id).join(', ')))
    .requiredOption('--pages <dir>', say('importPages'))
    .option('--author <name>', say('importAuthor'))
    .option('--partial', say('partial'))
    .action(async (paths: string[], options: ImportCommandOptions) => {
      exit = await runImport(paths, options, io, say);
    });
  for (const command of program.commands) {
    command.option('--lang <lang>', say('lang')).addHelpText('after', `\n${say('exitCodes')}`);
  }
  try {
    await program.parseAsync(argv, { from: 'user' });
    return exit;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return Exit.clean;
    if (error instanceof CommanderError) {
      if (error.code !== 'commander.help') io.err(`${usageError(error, say)}\n`);
    } else if (error instanceof CliError) io.err(`${error.message}\n`);
    else throw error;
    return Exit.error;
  }
}

function newProgram(io: Io, say: Say): Command {
  const titles = new Map([
    ['Usage:', say('headUsage')],
    ['Options:', say('headOptions')],
    ['Commands:', say('headCommands')],
    ['Arguments:', say('headArguments')],
  ]);
  return new Command('newsmark')
    .description(say('program'))
    .addHelpText('after', `\n${say('exitCodes')}`)
    .option('--lang <lang>', say('lang'))
    .helpOption('-h, --help', say('help'))
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles.get(title) ?? title })
    .configureOutput({ writeOut: io.out, writeErr: io.err, outputError: () => undefined })
    .exitOverride();
}

/** The language is needed before the arguments are parsed: the help is in it. */
function langOf(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return at < 0 ? undefined : (argv[at]!.split('=')[1] ?? argv[at + 1]);
}

/** What commander says about the arguments, in the person's language. */
function usageError(error: CommanderError, say: Say): string {
  const named = /'(.*?)'/.exec(error.message)?.[1] ?? '';
  switch (error.code) {
    case 'commander.unknownOption':
      return say('usage', say('unknownOption', named));
    case 'commander.unknownCommand':
      return say('usage', say('unknownCommand', named));
    case 'commander.missingArgument':
    case 'commander.optionMissingArgument':
    case 'commander.missingMandatoryOptionValue':
      return say('usage', say('missing', named));
    default:
      return say('usage', error.message.replace(/^error: /, ''));
  }
}
