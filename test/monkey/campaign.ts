import { seeded } from '../support/random.js';
import { drawSteps } from './draw.js';
import { STARTS } from './starts.js';
import type { Step } from './step.js';
import { World } from './world.js';

/** A replay takes up to a second. */
const MOST_REPLAYS = 100;

/** Steps in one home, before another one begins: what fails within them is found again soon. */
const IN_ONE_HOME = 300;

export interface Campaign {
	readonly steps: number;
	readonly seen: ReadonlySet<string>;
	/** The first failure, made shorter. */
	readonly failure: Failure | null;
}

export interface Failure {
	readonly reason: string;
	readonly steps: readonly Step[];
}

/**
 * Plays steps that follow from the seed, until one fails or there were enough.
 *
 * @param onHome is told after each home how many steps and places there were so far
 */
export async function campaign(
	seed: number,
	most: number,
	onHome: (steps: number, places: number, failed: boolean) => void = () => undefined,
): Promise<Campaign> {
	const seen = new Set<string>();
	let steps = 0;
	for (let home = 0; steps < most; home++) {
		const played: Step[] = [];
		const reason = await inWorld(async (world) => {
			const random = seeded(seed + home);
			const take = async (step: Step): Promise<void> => {
				played.push(step);
				await world.take(step);
			};
			await take({ start: home % STARTS.length });
			while (played.length < Math.min(IN_ONE_HOME, most - steps)) {
				for (const step of drawSteps(world.store, random)) await take(step);
			}
			await world.finish();
			for (const place of world.seen) seen.add(place);
		});
		steps += played.length;
		onHome(steps, seen.size, reason !== null);
		if (reason !== null) return { steps, seen, failure: await shortened(played, reason) };
	}
	return { steps, seen, failure: null };
}

/** Plays steps in a home of their own; null: nothing failed. */
export const replay = (steps: readonly Step[]): Promise<string | null> =>
	inWorld(async (world) => {
		for (const step of steps) await world.take(step);
		await world.finish();
	});

async function inWorld(play: (world: World) => Promise<void>): Promise<string | null> {
	const world = await World.make();
	let stray: unknown = null;
	const keepStray = (error: unknown): void => {
		stray = error;
	};
	process.on('unhandledRejection', keepStray);
	try {
		await play(world);
		if (stray !== null) throw stray;
		return null;
	} catch (error) {
		return error instanceof Error
			? `${error.message}\n${error.stack?.split('\n').slice(1, 5).join('\n')}`
			: String(error);
	} finally {
		process.off('unhandledRejection', keepStray);
		world.remove();
	}
}

/** Fewer steps that fail too: stretches of them are left out while they do. What fails only in its place stays as it was. */
async function shortened(played: readonly Step[], reason: string): Promise<Failure> {
	const first = await replay(played);
	if (first === null) return { reason: `${reason}\n(it does not fail when it is replayed)`, steps: played };
	let failure: Failure = { reason: first, steps: played };
	let replays = 0;
	for (let length = Math.ceil(played.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2))
		for (let at = 0; at < failure.steps.length && replays++ < MOST_REPLAYS; ) {
			const fewer = [...failure.steps.slice(0, at), ...failure.steps.slice(at + length)];
			const why = await replay(fewer);
			if (why === null) at += length;
			else failure = { reason: why, steps: fewer };
		}
	return failure;
}
