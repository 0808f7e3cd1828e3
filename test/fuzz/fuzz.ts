import { optionOf } from '../support/option.js';
import { campaign, keepFailure } from './campaign.js';
import { TARGETS } from './targets.js';

/**
 * `npm run fuzz -- [TARGET…] [--seconds N] [--seed N]`: tries what people bring, half a minute each unless told otherwise. The
 * same seed tries the same. What fails is made shorter and kept in `test/fuzz/corpus`, which `npm test` tries for ever after.
 */
async function fuzz(args: readonly string[]): Promise<number> {
	const seconds = optionOf(args, '--seconds', 30);
	const seed = optionOf(args, '--seed', Date.now() % 1_000_000);
	const named = TARGETS.filter(({ name }) => args.includes(name));
	print(`seed ${seed}, ${seconds} s for each`);
	let failed = false;
	for (const target of named.length > 0 ? named : TARGETS) {
		const end = Date.now() + seconds * 1000;
		const { tried, taken, failure } = await campaign(target, seed, () => Date.now() >= end);
		print(`${target.name.padEnd(10)} ${tried} inputs, ${taken} taken and shown, ${tried - taken} refused in words`);
		if (!failure) continue;
		failed = true;
		print(`FAILED     ${failure.reason}\n           kept as ${keepFailure(target.name, failure)}`);
	}
	return failed ? 1 : 0;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await fuzz(process.argv.slice(2));
