const LONGEST_SIDE = 1_600;
const QUALITY = 0.8;

/** Makes a photograph upright and small enough for a bad connection; unchanged if the browser cannot read it. */
export async function shrinkPhoto(file: File): Promise<Blob> {
	try {
		const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
		const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
		const canvas = document.createElement('canvas');
		canvas.width = Math.round(picture.width * scale);
		canvas.height = Math.round(picture.height * scale);
		canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
		picture.close();
		const small = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
		return small && small.size < file.size ? small : file;
	} catch {
		return file;
	}
}
