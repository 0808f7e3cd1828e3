import { numberOption } from '../support/option.js';
import { campaign, saveFailure } from './campaign.js';
import { TARGETS } from './targets.js';

/**
 * `npm run fuzz -- [TARGET…] [--seconds N] [--seed N]`: tries generated input files and keys, by default 30 seconds per
 * target. The same seed tries the same inputs. A failing input is shortened and saved in `test/fuzz/corpus`, which
 * `npm test` tries from then on.
 */
async function fuzz(args: readonly string[]): Promise<number> {
	const seconds = numberOption(args, '--seconds', 30);
	const seed = numberOption(args, '--seed', Date.now() % 1_000_000);
	const selected = TARGETS.filter(({ name }) => args.includes(name));
	print(`seed ${seed}, ${seconds} s for each`);
	let failed = false;
	for (const target of selected.length > 0 ? selected : TARGETS) {
		const end = Date.now() + seconds * 1000;
		const { tried, taken, failure } = await campaign(target, seed, () => Date.now() >= end);
		print(`${target.name.padEnd(10)} ${tried} inputs, ${taken} taken and shown, ${tried - taken} refused in words`);
		if (!failure) continue;
		failed = true;
		print(`FAILED     ${failure.reason}\n           kept as ${saveFailure(target.name, failure)}`);
	}
	return failed ? 1 : 0;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await fuzz(process.argv.slice(2));
