import type { RunWorkbook } from '../session/open-session.js';
import { isInteractive } from '../terminal/index.js';

/** How the workbook is shown: on the whole screen, as a conversation of lines, or not at all. */
export type PresentationKind = 'screen' | 'conversation' | 'none';

/** What decides how the workbook is shown. */
export interface PresentationChoice {
	readonly stdin: { readonly isTTY?: boolean };
	readonly stdout: { readonly isTTY?: boolean };
	readonly env: Readonly<Record<string, string | undefined>>;
	/** What `--screen-reader` says; null: it was not given. */
	readonly flag: boolean | null;
	/** The setting `screen-reader`; missing or null: not set. */
	readonly setting?: boolean | null;
}

/**
 * Chooses how the workbook is shown. The flag asks for a conversation wherever its lines come from, a pipe included;
 * environment and setting only ask for it in a terminal, so that scripts still get a report.
 */
export function choosePresentation(choice: PresentationChoice): PresentationKind {
	const { stdin, stdout, env, flag } = choice;
	if (flag === true) return 'conversation';
	if (stdin.isTTY !== true || stdout.isTTY !== true) return 'none';
	return isInteractive(stdin, stdout, env) && !wantsScreenReader(choice) ? 'screen' : 'conversation';
}

/** Whether the reader asked for a screen reader's output. The first that says something decides: flag, environment, setting. */
const wantsScreenReader = ({ env, flag, setting = null }: PresentationChoice): boolean =>
	flag ?? variableOf(env) ?? setting ?? false;

function variableOf({ INK_SCREEN_READER: value = '' }: PresentationChoice['env']): boolean | null {
	const word = value.trim().toLowerCase();
	return word === '' ? null : !['0', 'no', 'off', 'false'].includes(word);
}

/** Loads the workbook in one presentation, without the code of the other. */
export const loadWorkbook = async (kind: PresentationKind): Promise<RunWorkbook> =>
	kind === 'conversation'
		? (await import('../session/conversation.js')).runConversation
		: (await import('../session/workbook.js')).runWorkbook;
