import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cleanEnvironment, type Home, homeInLesson, temporaryHome } from '../../e2e/harness/home.js';
import { PROGRAM } from '../../e2e/harness/tty.js';
import { unspeakable } from '../../support/spoken.js';

/** Whether to record the transcripts (`npm run net:accept`) rather than to compare them. */
const ACCEPTS = process.env['NET'] === 'accept';
const TRANSCRIPTS = join(import.meta.dirname, 'transcripts');

/** Ends an answer: the words before the reader's next line. */
const PROMPT = /(?:^|\n)[a-z][a-z ]*> $/;

/** A recorded conversation: the arguments, and the lines of the reader. */
interface Talk {
	readonly args: readonly string[];
	readonly lines: readonly string[];
	/** Lesson that the program opens. */
	readonly lesson?: string;
}

const TALKS: Readonly<Record<string, Talk>> = {
	'a lesson with a guess and a challenge': {
		args: [],
		lesson: 'the-bill-fell',
		lines: ['help', '94', 'space', 'hint', 'tab', '40', 'down down', '0', 'where', 'space', 'next lesson', 'quit'],
	},
	'an edit in the lab': {
		args: ['lab', 'week-31'],
		lines: [
			'storry',
			'tab tab tab',
			'where',
			'20%',
			'200%',
			'esc',
			'u',
			'pin',
			'left',
			'states',
			'1',
			'share',
			'esc',
			'quit',
		],
	},
	'a recall drill': {
		args: ['drill', 'recall'],
		lines: [
			'help',
			'80% of the traffic went small, spend fell by 76%',
			'resolution dropped three points',
			'',
			'down',
			'space',
			'3',
			'esc',
			'quit',
		],
	},
	'a number, a diagnosis and a diagram': {
		args: ['drill', '--seed', '3'],
		lines: ['4', 'twelve', '0.0332', 'esc', '5', '3', '', 'esc', '6', 'user request', ':tab', 'esc', 'quit'],
	},
	'a worksheet': {
		args: ['worksheet'],
		lines: [
			'new',
			'voice',
			'1',
			'mine',
			'',
			'Short replies go to the small model',
			'step',
			'tab tab',
			'0.06',
			'missing',
			'quit',
		],
	},
};

it.each(Object.entries(TALKS))('the conversation of %s', async (name, { args, lines, lesson }) => {
	const home = lesson === undefined ? temporaryHome() : homeInLesson(lesson);
	try {
		const { transcript, said, exitCode } = await talk(args, lines, home);
		expect(exitCode).toBe(0);
		expect(unspeakable(said.split('\n'))).toEqual([]);
		const file = join(TRANSCRIPTS, `${name.replace(/\W+/g, '-')}.txt`);
		if (ACCEPTS) {
			mkdirSync(TRANSCRIPTS, { recursive: true });
			writeFileSync(file, transcript);
		}
		const recorded = existsSync(file) ? readFileSync(file, 'utf8') : 'nothing recorded yet';
		expect(transcript, `Meant? npm run net:accept -- -t "${name}"`).toBe(recorded);
	} finally {
		home.remove();
	}
});

/** Runs the program through pipes, and says each line when the answer to the one before has ended. */
async function talk(args: readonly string[], lines: readonly string[], { folder }: Home) {
	const program = spawn(process.execPath, [PROGRAM, '--screen-reader', ...args], { env: cleanEnvironment(folder) });
	const ended = new Promise<number | null>((settle) => program.on('close', settle));
	const output = new Output(program);
	let transcript = '';
	for (const line of lines) {
		transcript += `${await output.untilPrompt()}${line}\n`;
		program.stdin.write(`${line}\n`);
	}
	const exitCode = await ended;
	return { transcript: transcript + output.rest(), said: output.all, exitCode };
}

/** What a program has said. */
class Output {
	all = '';
	#read = 0;
	#notify = (): void => undefined;

	constructor(program: ChildProcessWithoutNullStreams) {
		for (const stream of [program.stdout, program.stderr])
			stream.setEncoding('utf8').on('data', (text: string) => {
				this.all += text;
				this.#notify();
			});
		program.on('close', () => this.#notify());
		program.stdin.on('error', () => this.#notify());
	}

	/** Returns what is new, up to the end. */
	rest(): string {
		const text = this.all.slice(this.#read);
		this.#read = this.all.length;
		return text;
	}

	/** Waits until an answer has ended, and returns it. */
	async untilPrompt(): Promise<string> {
		while (!PROMPT.test(this.all.slice(this.#read)))
			await new Promise<void>((settle) => {
				this.#notify = settle;
			});
		return this.rest();
	}
}
