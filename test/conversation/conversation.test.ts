import { describe, expect, it } from 'vitest';
import { topLayer } from '../../src/app/layers.js';
import { screenOf } from '../../src/conversation/place.js';
import { unspeakable } from '../support/spoken.js';
import { openWorld, type World } from './world.js';

/** Lines through every place, one journey a screen. */
const JOURNEYS = {
	contents: ['help', 'tab', 'down', '/latency', 'esc', 'p', 'all', 'esc', 'X', 'n', 'keys', 'esc', 'nonsense', '7'],
	lesson: [
		...['94', ' ', ' ', 'tab', '40', 'right', 'hint', 'where', 'again', 'all', 'u', 'tab left left', 'skip'],
		...['/small', 'n', 'esc', 'a', 'esc', 'states', '2', 'history', '0', 'S', 'esc', 'ctrl-g', '/veto', 'esc', 'esc'],
		...['v', '60', 'esc', 'n', ' ', ' ', '2', ' ', 'esc'],
	],
	lab: [
		...['help', 'left', 'tab', '40%', '200%', 'esc', 'x', ']', ']', 'n', ']', ']', ' ', ' ', 'f', ']', ']', '['],
		...['story', 'esc', 'pin', 'shift-right', 'predict', 'left', '90', 'p', 'reset all', 'y', 'export', 'esc'],
		...['open', '3', 'ctrl-o', 'w', 'where', 'all'],
	],
	drill: [
		...[
			'2',
			'Spend fell by 76%',
			'Resolution dropped',
			'',
			'down',
			' ',
			'3',
			'help',
			'esc',
			'esc',
			'4',
			'twelve',
			'12',
		],
		...['more like this', 'esc', '5', '2', '', 'm', 'left', 'esc', 'esc', '6', 'user request', ':tab', 'esc'],
		...['7', 'none', '', '2', 'esc', 'esc', 'esc'],
	],
	worksheet: [
		...['n', 'voice', 'nothing like this', 'esc', 'n', '3'],
		...['esc', 'help', 'ctrl-g', 'esc', 'question-mark', 'esc'],
	],
} as const;

type Place = keyof typeof JOURNEYS;

interface Answer {
	readonly line: string;
	/** The place before and after. */
	readonly from: string;
	readonly to: string;
	readonly said: readonly string[];
}

/** Returns every answer of a journey, with the line and where it led. */
async function playAll(place: Place): Promise<readonly Answer[]> {
	const world = await openWorld(place);
	const answers: Answer[] = [{ line: '', from: '', to: place, said: world.begun.slice(1) }];
	for (const line of JOURNEYS[place]) {
		const from = screenOf(world.store.getState());
		const said = await world.say(line);
		answers.push({ line, from, to: screenOf(world.store.getState()), said });
	}
	return answers;
}

const played = new Map<Place, Promise<readonly Answer[]>>();

/** Returns what a journey was answered, which is the same every time. */
function play(place: Place): Promise<readonly Answer[]> {
	const answers = played.get(place) ?? playAll(place);
	played.set(place, answers);
	return answers;
}

/** What tells the reader what can be done. */
const isOffer = (sentence: string | undefined): boolean => /You can: .*; help lists all\.$/.test(sentence ?? '');
const isHelp = (sentence: string | undefined): boolean =>
	/^Commands(?:, and their keys| while you write)\.$/.test(sentence ?? '');

describe.each(Object.keys(JOURNEYS) as Place[])('the conversation of the journey %s', (place) => {
	it('answers every line in words, with no drawn symbol and no empty sentence', async () => {
		for (const { line, said } of await play(place)) {
			expect(said.length, line).toBeGreaterThan(0);
			expect(unspeakable(said), line).toEqual([]);
			expect(
				said.filter((sentence) => sentence.trim() === '' || sentence.includes('\n')),
				line,
			).toEqual([]);
		}
	});

	it('says the heading of a place first, then its content, and last what can be done next', async () => {
		let places = 0;
		for (const { line, from, to, said } of await play(place)) {
			if (from === to) continue;
			places++;
			expect(said[0], line).toMatch(HEADINGS[to] ?? /^never$/);
			expect(isOffer(said.at(-1)), `${line}: ${said.at(-1)}`).toBe(true);
			expect(said.filter(isOffer), line).toHaveLength(1);
		}
		expect(places).toBeGreaterThan(place === 'worksheet' ? 2 : 3);
	});

	it('says what can be done again whenever that changes', async () => {
		const world = await openWorld(place);
		let offered = world.begun.at(-1);
		for (const line of JOURNEYS[place]) {
			const said = await world.say(line);
			if (isOffer(said.at(-1))) offered = said.at(-1);
			// A refused word is answered with what is understood, which is what can be done now.
			const isText = topLayer(world.store.getState(), world.store.env).text;
			expect((await world.say(isText ? ':qqqqq' : 'qqqqq')).at(-1), line).toBe(offered);
		}
	});
});

/** First sentence of each place. */
const HEADINGS: Readonly<Record<string, RegExp>> = {
	contents: /^Contents\.$/,
	lesson: /^Lesson \d+ of \d+: /,
	lab: /^Lab, /,
	drill: /^(?:Drills|Recall|Numbers|Diagnosis|Diagrams)/,
	worksheet: /^Worksheet/,
	help: /^Help, in /,
	legend: /^Words and marks/,
	palette: /^Commands and places\.$/,
	progress: /^Progress\.$/,
	artifact: /./,
	story: /./,
	states: /^States, /,
	history: /^History, /,
	share: /^Share, /,
	sources: /^Where does this number come from/,
	glossary: /^Glossary\.$/,
	scenarios: /^Scenarios\.$/,
};

describe('a line of the reader', () => {
	it('that answers a guess which was not read yet is not given before Enter', async () => {
		const world = await openWorld('lesson');
		const answers = () => Object.values(world.store.getState().readings)[0]?.answers;
		const heard = await world.say('94');
		expect(heard).toContain('Your answer goes to this guess: Enter gives it, Esc leaves it.');
		expect(heard.join('\n')).toMatch(/Guess: .*What share of all requests/);
		expect(answers()).toEqual({});
		await world.say('');
		expect(answers()).toMatchObject({ resolution: { kind: 'guess', guess: 0.94 } });
	});

	it('that is no command is answered with the nearest one and with what is understood', async () => {
		const { say } = await openWorld('lab');
		const [refusal, offer] = await say('storry');
		expect(refusal).toBe('storry is not a command here: did you mean story?');
		expect(isOffer(offer)).toBe(true);
		const [second, pane] = await say('] qqqqq ]');
		expect([second, pane]).toEqual(['qqqqq is not a command here.', 'Pane Cost, 2 of 7.']);
	});

	it('that is a key without an action here is refused by its name', async () => {
		const { say } = await openWorld('contents');
		expect((await say(']'))[0]).toBe('right bracket does nothing here.');
	});

	it.each(['help', '?'])('%s lists the commands in force, and how to type them', async (word) => {
		const { say } = await openWorld('lab');
		const said = await say(word);
		expect(isHelp(said[0])).toBe(true);
		expect(said).toContain('change: left and right arrow.');
		expect(said).toContain('redo: capital U.');
		expect(said.at(-1)).toMatch(/^Everywhere: help/);
	});

	it('may hold several keys, which stop at the first that is refused', async () => {
		const { say, store } = await openWorld('lab');
		const shares = (): number | undefined =>
			store.getState().labs['week-31']?.history.at(-1)?.scenario.segments[0]?.routedSmall;
		await say('left left nonsense left');
		expect(shares()).toBeCloseTo(0.82);
	});

	it('that goes on past the last number stops there, and types nothing into it', async () => {
		const { say, store } = await openWorld('lesson');
		await say('94', ' ');
		for (let i = 0; i < 12; i++) await say('tab');
		const edits = () => store.getState().labs['week-31']?.history.length;
		const before = edits();
		expect((await say('tab 55'))[0]).toBe('This is the last one.');
		expect(edits()).toBe(before);
	});

	it('that is a number changes what has the focus, and the answer says that first, then its effects', async () => {
		const { say } = await openWorld('lab');
		const said = await say('40');
		expect(said[0]).toMatch(/^FAQ answer: 40\.0% routed small/);
		expect(said.some((sentence) => /^Resolution: .*up \d/.test(sentence))).toBe(true);
		expect(said.some((sentence) => /^Refund dispute: routed/.test(sentence))).toBe(false);
	});

	it('that is out of range is refused, and the number stays', async () => {
		const { say, store } = await openWorld('lab');
		await say('200');
		expect(store.getState().notice?.tone).toBe('refused');
		await say('esc');
		expect((await say('where')).at(-1)).toMatch(/FAQ answer: 84\.0% routed small/);
	});

	it('that is a guess is answered with the truth, and then the text that waited for it', async () => {
		const { say, begun } = await openWorld('lesson');
		const read = [...begun, ...(await say(' '))];
		expect(read.some((sentence) => /94\.1%/.test(sentence))).toBe(false);
		const [answer, ...revealed] = [...(await say('90')), ...(await say(' '))];
		expect(answer).toMatch(/^You said 90\.0%; it is 94\.1%/);
		expect(revealed[0]).toMatch(/^94\.1%, three points lower\./);
	});

	it('that reads past a guess is answered with all the text in between', async () => {
		const world = await openWorld('lesson');
		const said = [...(await world.say(' ')), ...(await world.say(' ')), ...(await world.say(' '))].join('\n');
		expect(said).toMatch(/Goes on after your guess\.\nBefore week 31/);
		expect(said).not.toMatch(/not read yet/);
	});

	it('that is the number of a lesson opens it from the contents, also the one before lesson 1', async () => {
		const world = await openWorld('contents');
		const listed = await world.say('all');
		expect(listed).toContain('0: Before you start, chosen: 4 minutes, not read yet.');
		expect(listed.find((sentence) => sentence.startsWith('Lesson 12, '))).toBeDefined();
		expect(listed.find((sentence) => sentence.startsWith('44: A worksheet'))).toBeDefined();
		expect((await world.say('12'))[0]).toMatch(/^Lesson 12 of 43: /);
		expect((await openContents(world, '0'))[0]).toBe('Before you start.');
	});

	it('that is the number of an item opens it, also if its title begins with another number', async () => {
		const world = await openWorld('lab');
		const listed = await world.say('open');
		expect(listed).toContain(listed.find((sentence) => /^10: 57 school subjects/.test(sentence)) ?? 'no item 10');
		expect((await world.say('10'))[0]).toBe('Lab, 57 school subjects, two real models.');
		expect(await openContents(world, '999')).toEqual(['The list has no number 999.']);
	});

	it('is a text where one is written, but for what is a command everywhere', async () => {
		const world = await openWorld('drill');
		await world.say('2', 'tab right', 'all of it');
		expect(world.store.getState().drill.editor.text).toBe('tab right\nall of it');
		expect(isHelp((await world.say('?'))[0])).toBe(true);
		await world.say('where', 'again', 'all');
		expect(world.store.getState().drill.editor.text).toBe('tab right\nall of it');
		await world.say(' quit');
		expect(world.store.getState().drill.editor.text).toBe('tab right\nall of it\nquit');
		await world.say('quit');
		expect(world.effects.at(-1)).toEqual({ type: 'quit' });
	});

	it('that is empty hands in an answer, but not an empty one', async () => {
		const world = await openWorld('drill');
		expect((await world.say('2', ''))[0]).toMatch(/^Nothing is written yet/);
		expect((await world.say('Spend fell by 76%.', ''))[0]).toMatch(/^A good answer holds/);
	});

	it('with control characters writes none of them', async () => {
		const world = await openWorld('drill');
		await world.say('2', 'a\u001b[31mb\u0000');
		expect(world.store.getState().drill.editor.text).toBe('a[31mb');
	});
});

/** Opens the contents and says a line there; returns the answer up to what can be done. */
async function openContents({ say, store }: World, line: string): Promise<readonly string[]> {
	while (store.getState().screen !== 'contents') await say('esc');
	return (await say(line)).filter((sentence) => !isOffer(sentence));
}

it('a screen that is come back to is not read again, only what changed', async () => {
	const world = await openWorld('lab');
	await world.say('story');
	const back = await world.say('esc');
	expect(back[0]).toMatch(/^Lab, /);
	expect(back.length).toBeLessThan(4);
	expect((await world.say('all')).length).toBeGreaterThan(10);
});
