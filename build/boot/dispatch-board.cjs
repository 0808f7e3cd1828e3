#!/usr/bin/env node
'use strict';

/**
 * Starts the program through V8's code cache: compiling it anew takes longer than everything else until the first
 * frame. The cache is made by the install (make-code-cache.cjs). One that is missing, of another Node, of other sources
 * or damaged is not used, and the program starts as it would without.
 */

const fs = require('node:fs');
const path = require('node:path');
const vm = require('node:vm');
const { crc32 } = require('node:zlib');

const CACHE = path.join(__dirname, `code-cache-${process.version}-${process.platform}-${process.arch}`);

/** @type {Map<string, vm.Script>} */
const scripts = new Map();
/** @type {Map<string, { exports: object }>} */
const modules = new Map();

/**
 * Reads the cache: the CRC-32 of all that follows in 8 hexadecimal digits, a line of JSON that says where each file's source
 * and code stand, and these. V8 checks neither the source (but for its length) nor the code, and crashes on damaged code.
 *
 * @returns {(name: string, source: Buffer) => Buffer | undefined} finds the code of a file, if it was made of this source
 */
function readCache() {
	try {
		const bytes = fs.readFileSync(CACHE);
		const rest = bytes.subarray(8);
		if (crc32(rest) !== Number.parseInt(bytes.toString('latin1', 0, 8), 16)) return () => undefined;
		const start = rest.indexOf(10) + 1;
		const files = JSON.parse(rest.toString('utf8', 0, start));
		const slice = ([from, to]) => rest.subarray(start + from, start + to);
		return (name, source) => {
			const file = files[name];
			return file?.source && file.code && source.equals(slice(file.source)) ? slice(file.code) : undefined;
		};
	} catch {
		return () => undefined;
	}
}

const findCode = readCache();

/** Runs a file of this folder as a CommonJS module, once, and returns its exports. */
function load(name) {
	const known = modules.get(name);
	if (known) return known.exports;
	const module = { exports: {} };
	modules.set(name, module);
	const filename = path.join(__dirname, name);
	const source = fs.readFileSync(filename);
	const script = new vm.Script(`(function (exports, require, module, __filename, __dirname) {${source}\n})`, {
		filename,
		cachedData: findCode(name, source),
	});
	scripts.set(name, script);
	const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
	script.runInThisContext().call(module.exports, module.exports, requireFrom, module, filename, __dirname);
	return module.exports;
}

if (require.main === module) load('program.js');

module.exports = { CACHE, load, scripts };
