import { constants } from 'node:os';
import { createInterface } from 'node:readline';
import { isatty } from 'node:tty';
import { parseProse } from '../app/markdown.js';
import { Conversation } from '../conversation/conversation.js';
import { sanitizeText } from '../terminal/index.js';
import { drawPlainTable } from '../text/fit-table.js';
import { createEncoder } from './ascii.js';
import { openSession, type RunWorkbook } from './open-session.js';

/** Size of the window that decides how much of a lesson is read at once. */
const SIZE = { columns: 80, rows: 24 } as const;

/** Said once everything is saved. */
const FAREWELL = 'What you did is kept.';

/**
 * Runs the workbook as a conversation: lines in, lines out. Nothing is redrawn, and nothing but text and line breaks is
 * written, so that it can be read in any terminal, in a shell of an editor or through a pipe.
 */
export const runConversation: RunWorkbook = async (opened, name, memory, options) => {
	let isOver = false;
	const encode = await createEncoder(options.settings.values.ascii);
	const session = await openSession(opened, name, memory, options, {
		size: SIZE,
		run(effect) {
			if (effect.type === 'suspend') process.kill(process.pid, 'SIGTSTP');
			if (effect.type !== 'quit') return;
			isOver = true;
			lines.close();
		},
		createMarkdown: () => parseProse,
		createArtifact: () => (artifact, columns) =>
			drawPlainTable(
				artifact.columns,
				artifact.rows.map((row) => row.map(String)),
				columns,
			),
	});
	const { store, settle } = session;
	// The terminal edits and echoes the line, as it does for a shell.
	const lines = createInterface({ input: process.stdin, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
	// Lines that arrive while the rest loads are kept from here on.
	const arriving = lines[Symbol.asyncIterator]();
	const write = (text: string): void => void process.stdout.write(encode(sanitizeText(text)));
	const say = (sentences: readonly string[]): void => {
		write(`${sentences.map((sentence) => `${sentence}\n`).join('')}${isOver ? '' : conversation.prompt()}`);
	};
	const conversation = new Conversation({ store, settle });
	await session.loadRest();
	session.start();
	await settle();
	const signals = listenForSignals(() => session.save());
	say(conversation.begin());
	let isAnswering = false;
	let isScheduled = false;
	// What changes by itself, such as a journal that cannot be written, is said between two commands.
	store.subscribe(() => {
		if (isAnswering || isScheduled) return;
		isScheduled = true;
		setImmediate(() => {
			isScheduled = false;
			const news = isAnswering || isOver ? [] : conversation.news();
			if (news.length > 0) say(['', ...news]);
		});
	});
	for await (const line of arriving) {
		isAnswering = true;
		const answer = await conversation.answer(line);
		isAnswering = false;
		if (isOver) break;
		say(answer);
	}
	// A terminal that is gone has ended the input, too.
	if (process.stdin.isTTY && !isatty(process.stdin.fd)) signals.hangUp();
	if (!isOver) {
		// The end of the input and Ctrl-C come in the middle of a line.
		write('\n');
		store.dispatch({ type: 'quit' });
	}
	await settle();
	const unsaved = session.save();
	signals.remove();
	process.stdin.unref();
	if (unsaved.length === 0) write(`${FAREWELL}\n`);
	return session.output(unsaved);

	/** Listens for Ctrl-C, which ends the conversation as `quit` does, and for what ends the program. */
	function listenForSignals(save: () => readonly string[]): { readonly hangUp: () => void; remove(): void } {
		const saveAndReport = (): void => {
			const unsaved = save();
			if (unsaved.length > 0) process.stderr.write(`${sanitizeText(unsaved.join('\n'))}\n`);
		};
		const interrupt = (): void => lines.close();
		const terminate = (): void => {
			saveAndReport();
			process.exit(128 + constants.signals.SIGTERM);
		};
		let isHangingUp = false;
		// Node 20 aborts if it cannot reset a terminal that is gone; dying from the signal avoids that.
		const hangUp = (): void => {
			if (isHangingUp) return;
			isHangingUp = true;
			saveAndReport();
			process.removeAllListeners('SIGHUP');
			process.kill(process.pid, 'SIGHUP');
			process.exit(128 + constants.signals.SIGHUP);
		};
		process.on('SIGINT', interrupt);
		process.on('SIGTERM', terminate);
		process.on('SIGHUP', hangUp);
		if (process.stdin.isTTY) process.stdin.on('error', hangUp);
		// Before the listener that ends the program.
		if (process.stdout.isTTY) process.stdout.prependListener('error', hangUp);
		return {
			hangUp,
			remove() {
				process.off('SIGINT', interrupt);
				process.off('SIGTERM', terminate);
				process.off('SIGHUP', hangUp);
			},
		};
	}
};
