import { seeded } from '../support/random.js';
import { drawSteps } from './draw.js';
import { STARTS } from './starts.js';
import type { Step } from './step.js';
import { World } from './world.js';

/** Largest number of replays for shortening a failure; each takes up to a second. */
const MAX_REPLAYS = 100;

/** Steps in one home before the next one begins, few enough to shorten a failure quickly. */
const STEPS_PER_HOME = 300;

/** The result of a campaign. */
export interface Campaign {
	readonly steps: number;
	/** Places that were reached. */
	readonly seen: ReadonlySet<string>;
	/** The first failure, shortened; null if there is none. */
	readonly failure: Failure | null;
}

export interface Failure {
	readonly reason: string;
	readonly steps: readonly Step[];
}

/**
 * Plays random steps until one fails or the limit is reached. The seed determines the steps.
 *
 * @param most largest number of steps
 * @param onHome called after each home with the number of steps and places so far
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
			while (played.length < Math.min(STEPS_PER_HOME, most - steps)) {
				for (const step of drawSteps(world.store, random)) await take(step);
			}
			await world.finish();
			for (const place of world.seen) seen.add(place);
		});
		steps += played.length;
		onHome(steps, seen.size, reason !== null);
		if (reason !== null) return { steps, seen, failure: await shorten(played, reason) };
	}
	return { steps, seen, failure: null };
}

/** Plays steps in a home of their own; returns the reason of a failure, or null. */
export const replay = (steps: readonly Step[]): Promise<string | null> =>
	inWorld(async (world) => {
		for (const step of steps) await world.take(step);
		await world.finish();
	});

/** Runs steps in a new world; returns the reason of a failure, or null. */
async function inWorld(play: (world: World) => Promise<void>): Promise<string | null> {
	const world = await World.make();
	let rejection: unknown = null;
	const keepRejection = (error: unknown): void => {
		rejection = error;
	};
	process.on('unhandledRejection', keepRejection);
	try {
		await play(world);
		if (rejection !== null) throw rejection;
		return null;
	} catch (error) {
		return error instanceof Error
			? `${error.message}\n${error.stack?.split('\n').slice(1, 5).join('\n')}`
			: String(error);
	} finally {
		process.off('unhandledRejection', keepRejection);
		world.remove();
	}
}

/**
 * Shortens failing steps by leaving out ranges of them while the rest still fails. A failure that does not replay is
 * kept whole.
 */
async function shorten(played: readonly Step[], reason: string): Promise<Failure> {
	const first = await replay(played);
	if (first === null) return { reason: `${reason}\n(it does not fail when it is replayed)`, steps: played };
	let failure: Failure = { reason: first, steps: played };
	let replays = 0;
	for (let length = Math.ceil(played.length / 2); length >= 1; length = length === 1 ? 0 : Math.ceil(length / 2))
		for (let at = 0; at < failure.steps.length && replays++ < MAX_REPLAYS; ) {
			const fewer = [...failure.steps.slice(0, at), ...failure.steps.slice(at + length)];
			const why = await replay(fewer);
			if (why === null) at += length;
			else failure = { reason: why, steps: fewer };
		}
	return failure;
}
