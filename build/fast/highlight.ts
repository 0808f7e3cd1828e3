/// <reference types="highlight.js" />
import chalk from 'chalk';
import hljs from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import json from 'highlight.js/lib/languages/json';
import yaml from 'highlight.js/lib/languages/yaml';

hljs.registerLanguage('bash', bash);
hljs.registerLanguage('json', json);
hljs.registerLanguage('yaml', yaml);

type Paint = (text: string) => string;

/** No red and no green: on this program's screens those say better and worse. */
const THEME: Readonly<Record<string, Paint>> = {
	attr: chalk.blue,
	built_in: chalk.blue,
	bullet: chalk.dim,
	comment: chalk.dim,
	keyword: chalk.blue,
	literal: chalk.magenta,
	number: chalk.magenta,
	string: chalk.cyan,
	variable: chalk.magenta,
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

const plain: Paint = (text) => text;

/**
 * In place of cli-highlight, which brings 190 languages and an HTML parser. Throws for a language it does not know;
 * marked-terminal then shows the code in its plain code style.
 */
export function highlight(code: string, { language }: { readonly language?: string }): string {
	if (!language || !hljs.getLanguage(language)) throw new Error(`no highlighting for ${language}`);
	return colours(hljs.highlight(code, { language, ignoreIllegals: true }).value);
}

// highlight.js writes nothing but spans with one class of interest, text, and five entities.
function colours(html: string): string {
	const open: Paint[] = [];
	return html.replace(/<span class="hljs-([a-z_]+)[^"]*">|<span[^>]*>|<\/span>|[^<]+/g, (piece, name?: string) => {
		if (piece === '</span>') open.pop();
		else if (piece.startsWith('<')) open.push((name && THEME[name]) || open.at(-1) || plain);
		else
			return (open.at(-1) ?? plain)(piece.replace(/&(amp|lt|gt|quot|#x27);/g, (_, key: string) => ENTITIES[key] ?? ''));
		return '';
	});
}
