import { _SHA256, sha256 } from '@noble/hashes/sha2.js';

const BLOCK = 64;
type State = readonly [number, number, number, number, number, number, number, number];

/** The compression of SHA-256 alone, from any state: padding and lengths are the caller's. */
class Compression extends _SHA256 {
	/** Goes on from a state over so many blocks of the bytes. */
	run([a, b, c, d, e, f, g, h]: State, blocks: DataView, count: number): void {
		this.set(a, b, c, d, e, f, g, h);
		for (let block = 0; block < count; block++) this.process(blocks, block * BLOCK);
	}

	get state(): State {
		return this.get();
	}
}

/**
 * HMAC-SHA256 (RFC 2104) of many texts under one key: the key's two blocks are compressed once, and a short text costs
 * two compressions and no object.
 */
export class HmacBlocks {
	/** The first 8 bytes of the last digest, big-endian, its halves. */
	high = 0;
	low = 0;
	private readonly sha = new Compression();
	private readonly inner: State;
	private readonly outer: State;
	private readonly encoder = new TextEncoder();
	private readonly prefix: Uint8Array;
	private message = new Uint8Array(0);
	private blocks = new DataView(this.message.buffer);
	/** Where a text goes, behind the prefix. */
	private tail = this.message;
	/** The inner digest and the padding behind it. */
	private readonly outerBlock = new DataView(new ArrayBuffer(BLOCK));

	/** @param prefix what every text begins with */
	constructor(key: Uint8Array, prefix: string) {
		const short = key.length > BLOCK ? sha256(key) : key;
		const start = new Compression().state;
		const padded = (pad: number): State => {
			const bytes = new Uint8Array(BLOCK).fill(pad);
			short.forEach((byte, i) => (bytes[i] = byte ^ pad));
			this.sha.run(start, new DataView(bytes.buffer), 1);
			return this.sha.state;
		};
		this.inner = padded(0x36);
		this.outer = padded(0x5c);
		this.outerBlock.setUint8(32, 0x80);
		this.outerBlock.setUint32(60, 8 * (BLOCK + 32));
		this.prefix = this.encoder.encode(prefix);
		this.makeRoom(BLOCK);
	}

	/** Digests the prefix and a text behind it. */
	digest(text: string): void {
		// A UTF-16 unit is at most three bytes of UTF-8.
		if (3 * text.length > this.tail.length - BLOCK) this.makeRoom(3 * text.length);
		const length = this.prefix.length + this.encoder.encodeInto(text, this.tail).written;
		const count = Math.ceil((length + 9) / BLOCK);
		this.message[length] = 0x80;
		this.message.fill(0, length + 1, count * BLOCK);
		// Texts are far shorter than 512 MiB: the upper half of their length in bits stays 0.
		this.blocks.setUint32(count * BLOCK - 4, 8 * (BLOCK + length));
		this.sha.run(this.inner, this.blocks, count);
		const inner = this.sha.state;
		for (let i = 0; i < inner.length; i++) this.outerBlock.setUint32(4 * i, inner[i]!);
		this.sha.run(this.outer, this.outerBlock, 1);
		const digest = this.sha.state;
		this.high = digest[0] >>> 0;
		this.low = digest[1] >>> 0;
	}

	private makeRoom(text: number): void {
		this.message = new Uint8Array(this.prefix.length + text + 2 * BLOCK);
		this.message.set(this.prefix);
		this.blocks = new DataView(this.message.buffer);
		this.tail = this.message.subarray(this.prefix.length);
	}
}
