/** How long the browser has to start the download, in milliseconds. */
const TIME_TO_TAKE = 10_000;

/** Downloads data as a file with this name and media type. */
export function saveFile(name: string, type: string, data: BlobPart): void {
	const url = URL.createObjectURL(new Blob([data], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(url), TIME_TO_TAKE);
}
