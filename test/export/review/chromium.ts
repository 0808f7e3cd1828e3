import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';

/** Path of an installed Chromium; null if there is none. */
export const CHROMIUM: string | null =
	[
		process.env['CHROMIUM'],
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/usr/bin/google-chrome',
		'/usr/bin/google-chrome-stable',
	].find((path) => path !== undefined && existsSync(path)) ?? null;

const FLAGS = [
	'--headless',
	'--no-sandbox',
	'--disable-gpu',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--hide-scrollbars',
	'--remote-debugging-pipe',
];

interface Message {
	readonly id?: number;
	readonly method?: string;
	readonly sessionId?: string;
	readonly params?: Record<string, unknown>;
	readonly result?: Record<string, unknown>;
	readonly error?: { readonly message: string };
}

type Params = Readonly<Record<string, unknown>>;

/** A page in a browser of its own, controlled through the DevTools protocol. */
export interface Page {
	send(method: string, params?: Params): Promise<Record<string, unknown>>;
	/** Goes to an address and waits until it has loaded. */
	open(url: string): Promise<void>;
	/** Evaluates an expression in the page, unrestricted by its content security policy. */
	value<T>(expression: string): Promise<T>;
	/** Protocol events received so far. */
	readonly events: readonly Message[];
	close(): Promise<void>;
}

/** Starts a browser with an empty profile and one page. Closing the page removes both. */
export async function openPage(path: string): Promise<Page> {
	const profile = mkdtempSync(join(tmpdir(), 'dispatch-board-browser-'));
	const browser = spawn(path, [...FLAGS, `--user-data-dir=${profile}`, 'about:blank'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'],
	});
	const connection = connect(browser);
	const { targetId } = await connection.call('Target.createTarget', { url: 'about:blank' });
	const { sessionId } = await connection.call('Target.attachToTarget', { targetId, flatten: true });
	const send = (method: string, params: Params = {}) => connection.call(method, params, String(sessionId));
	for (const domain of ['Page', 'Network', 'Runtime', 'Log']) await send(`${domain}.enable`);
	return {
		send,
		events: connection.events,
		async open(url) {
			const loaded = connection.next('Page.loadEventFired');
			await send('Page.navigate', { url });
			await loaded;
		},
		async value<T>(expression: string): Promise<T> {
			const { result } = await send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
			return (result as { readonly value: T }).value;
		},
		async close() {
			const exited = new Promise((resolve) => browser.once('exit', resolve));
			await connection.call('Browser.close').catch(() => browser.kill());
			await exited;
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
}

/** Connects to the browser through its two pipes; each message is JSON that ends with a zero byte. */
function connect(browser: ChildProcess) {
	const [to, from] = [browser.stdio[3] as Writable, browser.stdio[4] as Readable];
	const waiting = new Map<
		number,
		{ resolve: (result: Record<string, unknown>) => void; reject: (error: Error) => void }
	>();
	const listeners: { readonly method: string; readonly resolve: () => void }[] = [];
	const events: Message[] = [];
	let rest = '';
	from.setEncoding('utf8').on('data', (text: string) => {
		const parts = (rest + text).split('\0');
		rest = parts.pop() ?? '';
		for (const part of parts) receive(JSON.parse(part));
	});
	function receive(answer: Message): void {
		const pending = answer.id === undefined ? undefined : waiting.get(answer.id);
		if (pending && answer.id !== undefined) {
			waiting.delete(answer.id);
			if (answer.error) pending.reject(new Error(answer.error.message));
			else pending.resolve(answer.result ?? {});
		} else {
			events.push(answer);
			for (const at of listeners.filter(({ method }) => method === answer.method)) {
				listeners.splice(listeners.indexOf(at), 1);
				at.resolve();
			}
		}
	}
	let hasEnded = false;
	const rejectPending = (): void => {
		hasEnded = true;
		for (const { reject } of waiting.values()) reject(new Error('the browser ended'));
	};
	browser.once('exit', rejectPending).once('error', rejectPending);
	to.on('error', rejectPending);
	let calls = 0;
	return {
		events: events as readonly Message[],
		next: (method: string) => new Promise<void>((resolve) => listeners.push({ method, resolve })),
		call: (method: string, params: Params = {}, sessionId?: string) =>
			new Promise<Record<string, unknown>>((resolve, reject) => {
				if (hasEnded) return reject(new Error('the browser ended'));
				waiting.set(++calls, { resolve, reject });
				to.write(`${JSON.stringify({ id: calls, method, params, ...(sessionId && { sessionId }) })}\0`);
			}),
	};
}
