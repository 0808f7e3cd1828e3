import { speakLine } from '../present/speak/sentences.js';
import { editorLine, FILTER_LIMITS } from '../text/editor.js';
import type { Match } from '../text/find-text.js';
import type { Line } from '../text/line.js';
import { clampIndex } from '../text/list-window.js';
import { type Mark, markLine } from '../text/mark-line.js';
import { shorten, width } from '../text/width.js';
import { matchesIn, pageOf, searchedLines } from './find.js';
import type { Env, Screen, SearchablePage, View } from './screen.js';
import type { Find, Notice, State } from './state.js';

/** Returns a screen with the matches marked, and the search in its status. */
export const withFind = (screen: Screen): Screen => ({
	...screen,
	view(state, env) {
		const { find, size } = state;
		if (!find) return screen.view(state, env);
		const page = pageOf(screen, state, env);
		const matches = matchesIn(page, find.editor.text);
		const shown = withStatus(state, screen, findStatus(find, matches, screen, size.columns - 2));
		return markMatches(screen.view(shown, env), page, matches, clampIndex(matches.length, find.at));
	},
	speak: (state, env) => screen.speak(withSpokenFind(state, screen, env), env),
	...(screen.speakPage && {
		speakPage: (state: State, env: Env) => screen.speakPage?.(withSpokenFind(state, screen, env), env) ?? null,
	}),
});

/** Returns the state with what was found, and the line of the match, as its notice. */
function withSpokenFind(state: State, screen: Screen, env: Env): State {
	const { find } = state;
	if (!find) return state;
	const page = pageOf(screen, state, env);
	const matches = matchesIn(page, find.editor.text);
	const match = matches[clampIndex(matches.length, find.at)];
	const status = findStatus(find, matches, screen, null);
	const line = match ? `: ${speakLine(searchedLines(page)[match[0].line] ?? [])}` : '';
	return withStatus(state, screen, { ...status, text: status.text + line });
}

/** Returns the state with the search as its notice, unless something else is asked or typed, or was just said. */
function withStatus(state: State, screen: Screen, status: Notice): State {
	const { find, notice, prompt, questionId } = state;
	if (prompt || questionId || screen.layer(state).text || (notice && !find?.isTyping)) return state;
	return { ...state, notice: notice ? { ...notice, text: `${notice.text} · ${status.text}` } : status };
}

/** Returns the line being typed, or what was found. `columns`: the room for it; null: it is spoken. */
function findStatus(
	{ editor, isTyping, at, wrappedTo }: Find,
	matches: readonly Match[],
	screen: Screen,
	columns: number | null,
): Notice {
	const count = matches.length;
	const isEmpty = editor.text.trim() === '';
	const tone = count === 0 && !isEmpty ? 'refused' : 'said';
	const nothing = screen.find ? 'not in this text' : 'not in what is visible';
	const round = wrappedTo === null ? '' : count === 1 && !isTyping ? ', the only one' : `, from the ${wrappedTo}`;
	const result = count === 0 ? nothing : `${clampIndex(count, at) + 1} of ${count}${round}`;
	if (isTyping) {
		const aside = isEmpty ? '' : `${columns === null ? ', ' : '  '}${result}`;
		const room = columns && columns - width(`find: ${aside}`);
		return { tone, text: `find: ${room === null ? editor.text : editorLine(editor, room)}${aside}` };
	}
	const found = `find “${shorten(editor.text.trim(), columns ? Math.max(10, columns - 55) : FILTER_LIMITS.maxLength)}” ${result}`;
	const keys = [...(count > 0 ? [' · n next · N before · Esc closes'] : []), ' · Esc closes', ''];
	return { tone, text: found + (keys.find((text) => !columns || width(found + text) <= columns) ?? '') };
}

/** Marks the matches in the visible lines of the page, which begins in the first region. */
function markMatches(
	view: View,
	{ lines, window, beside }: SearchablePage,
	matches: readonly Match[],
	at: number,
): View {
	const marks = new Map<number, Mark[]>();
	for (const [i, match] of matches.entries())
		for (const { line, from, to } of match)
			marks.set(line, [...(marks.get(line) ?? []), { from, to, isCurrent: i === at }]);
	let next = window.from;
	const markNext = (line: Line): Line => {
		const isSearched = next < window.to || next > lines.length;
		const found = isSearched ? marks.get(next) : undefined;
		next++;
		return found ? markLine(line, found) : line;
	};
	// `pageOf` has an empty line after each region.
	const body = view.body.map((region, i) => {
		if (beside && i === 1) next = lines.length + 1;
		const marked = { ...region, lines: region.lines.map(markNext) };
		next++;
		return marked;
	});
	return { ...view, body };
}
