/** The library that opens PDFs. By default it writes what it finds wrong, with parts of the file, where logs go. */
export async function pdfLibrary() {
	Object.assign(globalThis, { $libmupdf_wasm_Module: { print: () => {}, printErr: () => {} } });
	return import('mupdf');
}
