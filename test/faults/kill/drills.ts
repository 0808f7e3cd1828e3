import { KEYS } from '../../e2e/harness/keys.js';
import type { Tty } from '../../e2e/harness/tty.js';
import type { Random } from '../../support/random.js';
import { ensureNothingLost } from '../acknowledged.js';
import { inTerminal, withHome } from '../in-terminal.js';
import { storedEvents } from '../stored.js';
import { killSoon } from './kill-soon.js';

/** Plays a drill, and reports answers and grades once the screen acknowledges them. */
type Play = (tty: Tty, random: Random, acknowledge: (acknowledged: string) => void) => Promise<void>;

/** Writes an answer, looks at the key points, and grades it. Sometimes stops before the grade. */
const recall: Play = async (tty, random, acknowledge) => {
	for (let card = 1; card <= 1 + Math.floor(random.uniform() * 3); card++) {
		await tty.waitFor(/┃ ▏/);
		tty.type(`words ${card}${KEYS.tab}`);
		await tty.waitFor(/A good answer holds/);
		acknowledge(`answered words ${card}`);
		if (random.chance(0.2)) return;
		const grade = 1 + Math.floor(random.uniform() * 4);
		tty.type(String(grade));
		await tty.waitFor(/┃ ▏/);
		acknowledge(`graded ${grade}`);
	}
};

/** Answers with a number, which is judged and graded at once. */
const numbers: Play = async (tty, random, acknowledge) => {
	for (let card = 1; card <= 1 + Math.floor(random.uniform() * 3); card++) {
		await tty.waitFor(/your answer: ▏/);
		tty.type(`${card}\r`);
		await tty.waitFor(/✓ right|✗ it is/);
		acknowledge(`answered ${card}`);
		acknowledge(`graded ${/✓ right/.test(tty.text()) ? 3 : 1}`);
		tty.type('n');
	}
};

/** Chooses the failure shape of a case. Without the mend, a right choice is graded as hard. */
const diagnose: Play = async (tty, random, acknowledge) => {
	await tty.waitFor(/7 F7/);
	tty.type(`${1 + Math.floor(random.uniform() * 7)}\r`);
	await tty.waitFor(/[✓✗] (right: |it is )[a-z]/);
	acknowledge(`graded ${/✓ right/.test(tty.text()) ? 2 : 1}`);
};

const PLAYS = { recall, numbers, diagnose } as const;
const KINDS = Object.keys(PLAYS) as readonly (keyof typeof PLAYS)[];

/** Answers a few questions, and kills the program once the screen shows the last result or the next question. */
export async function killDrilling(random: Random): Promise<void> {
	const kind = random.shuffled(KINDS)[0] ?? 'recall';
	await withHome(async (home) => {
		const shown: string[] = [];
		const args = ['drill', kind, '--seed', String(Math.floor(random.uniform() * 1000))];
		await inTerminal(args, { home }, async (tty) => {
			await PLAYS[kind](tty, random, (item) => shown.push(item));
			await killSoon(tty, random);
		});
		const kept = (await storedEvents(home)).flatMap((event) =>
			event.type === 'answered' ? `answered ${event.text}` : event.type === 'reviewed' ? `graded ${event.grade}` : [],
		);
		ensureNothingLost(shown, kept);
	});
}
