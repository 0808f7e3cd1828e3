import { numberOption } from '../support/option.js';
import { seeded } from '../support/random.js';
import { runCases } from './trial.js';
import { TRIALS } from './trials.js';

/**
 * `npm run faults -- [TRIAL…] [--rounds N] [--seed N]`: tests the built program against faults of disks, signals and
 * other programs. `--rounds` is the maximum number of cases per trial (default 200). The same seed draws the same
 * cases.
 */
async function faults(args: readonly string[]): Promise<number> {
	const rounds = numberOption(args, '--rounds', 200);
	const seed = numberOption(args, '--seed', Date.now() % 1_000_000);
	const selected = TRIALS.filter(({ name }) => args.includes(name));
	print(`seed ${seed}, at most ${rounds} cases of each`);
	let failed = false;
	for (const { name, shows, cases } of selected.length > 0 ? selected : TRIALS) {
		const { tried, failures, notTried } = await runCases(cases(seeded(seed), rounds));
		failed ||= failures.length > 0;
		print(`${name.padEnd(10)} ${tried} tried, ${failures.length} failed: ${shows}`);
		for (const finding of failures) print(`FAILED     ${finding.name}: ${finding.why}`);
		for (const finding of notTried) print(`not tried here: ${finding.name} (${finding.why})`);
	}
	if (failed) print(`The same again: npm run faults -- --seed ${seed} --rounds ${rounds}`);
	return failed ? 1 : 0;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await faults(process.argv.slice(2));
