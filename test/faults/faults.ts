import { optionOf } from '../support/option.js';
import { seeded } from '../support/random.js';
import { runCases } from './trial.js';
import { TRIALS } from './trials.js';

/**
 * `npm run faults -- [TRIAL…] [--rounds N] [--seed N]`: does to the built program what disks, signals and other programs do.
 * `--rounds` is how many cases of a trial at most, 200 unless told otherwise. The same seed draws the same.
 */
async function faults(args: readonly string[]): Promise<number> {
	const rounds = optionOf(args, '--rounds', 200);
	const seed = optionOf(args, '--seed', Date.now() % 1_000_000);
	const named = TRIALS.filter(({ name }) => args.includes(name));
	print(`seed ${seed}, at most ${rounds} cases of each`);
	let failed = false;
	for (const { name, shows, cases } of named.length > 0 ? named : TRIALS) {
		const { tried, failures, notTried } = await runCases(cases(seeded(seed), rounds));
		failed ||= failures.length > 0;
		print(`${name.padEnd(10)} ${tried} tried, ${failures.length} failed: ${shows}`);
		for (const found of failures) print(`FAILED     ${found.name}: ${found.why}`);
		for (const found of notTried) print(`not tried here: ${found.name} (${found.why})`);
	}
	if (failed) print(`The same again: npm run faults -- --seed ${seed} --rounds ${rounds}`);
	return failed ? 1 : 0;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await faults(process.argv.slice(2));
