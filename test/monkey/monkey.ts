import { numberOption } from '../support/option.js';
import { campaign, replay } from './campaign.js';
import { PLACES } from './coverage.js';
import { playInTerminals } from './in-terminals.js';
import { type Step, spellSteps } from './step.js';

/**
 * `npm run monkey -- [--keys N] [--seed N] [--replay STEPS]`: plays random keys, pastes, sizes and pauses on every
 * screen, by default 30,000 of them. One in ten goes to the built program in a terminal, the others to its parts in
 * this process, where each frame is checked. A failure is shortened and printed as a command that replays it.
 */
async function monkey(args: readonly string[]): Promise<number> {
	const at = args.indexOf('--replay');
	if (at >= 0) {
		const reason = await replay(JSON.parse(args[at + 1] ?? '[]') as readonly Step[]);
		print(reason === null ? 'nothing fails' : `FAILED     ${reason}`);
		return reason === null ? 0 : 1;
	}
	const keys = numberOption(args, '--keys', 30_000);
	const seed = numberOption(args, '--seed', Date.now() % 1_000_000);
	print(`seed ${seed}, ${keys} steps`);
	const { steps, seen, failure } = await campaign(seed, Math.ceil(keys * 0.9), (played, places, failed) => {
		print(
			`${String(played).padStart(6)} steps, ${places} places${failed ? ': something failed, and is made shorter' : ''}`,
		);
	});
	const missed = PLACES.filter((place) => !seen.has(place));
	print(`in process ${steps} steps, ${PLACES.length - missed.length} of ${PLACES.length} places seen`);
	if (missed.length > 0) print(`not seen   ${missed.join(', ')}`);
	if (failure)
		print(`FAILED     ${failure.reason}\nagain:     npm run monkey -- --replay '${spellSteps(failure.steps)}'`);
	const { typed, failures } = await playInTerminals(seed, Math.floor(keys * 0.1));
	print(`terminals  ${typed} steps, ${failures.length} failed`);
	for (const why of failures) print(`FAILED     ${why}`);
	const isLong = keys >= 30_000;
	return failure || failures.length > 0 || (isLong && missed.length > 0) ? 1 : 0;
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);

process.exitCode = await monkey(process.argv.slice(2));
