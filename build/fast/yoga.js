/**
 * yoga-layout as Ink imports it, started at once: its own entry awaits `fetch("data:…")`, which drags a whole HTTP
 * client in and makes every module above it asynchronous. Compiling 90 KB of WebAssembly here takes a millisecond.
 */
import wasm from 'virtual:yoga-wasm';
import load from '../../node_modules/yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
import wrapAssembly from '../../node_modules/yoga-layout/dist/src/wrapAssembly.js';

const library = {
	/** Emscripten's hook for those who bring the instance themselves. */
	instantiateWasm(imports, done) {
		const instance = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')), imports);
		done(instance);
		return instance.exports;
	},
};
load(library);

export default wrapAssembly(library);
export * from '../../node_modules/yoga-layout/dist/src/generated/YGEnums.js';
