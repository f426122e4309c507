// The fixed answers that lie beside the page as files say what they are.
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { staticAnswers } from '../../mocks/hosts/static-answers';
import { createMockUp } from '../../mocks/hosts/mock-up';

const files = await staticAnswers();

test('there are both formats of both dialects', () => {
	for (const path of ['open311test/ws/services', 'georeport/v2/requests']) {
		expect(files.map((file) => file.path)).toContain(`${path}.xml`);
		expect(files.map((file) => file.path)).toContain(`${path}.json`);
	}
	expect(files).toHaveLength(492);
});

test('each of XML says below its declaration that no filter applies, and stays well-formed', () => {
	for (const { path, text } of files.filter((file) => file.path.endsWith('.xml'))) {
		expect(text, path).toMatch(
			/^<\?xml version="1\.0" encoding="utf-8"\?>\n<!-- [^<>]*unofficial[^<>]*filters[^<>]*do not apply[^<>]* -->\n</
		);
		expect(XMLValidator.validate(text), path).toBe(true);
	}
});

test('apart from that they are what the mock-up answers', async () => {
	const parser = new XMLParser({ parseTagValue: false });
	for (const path of ['georeport/v2/requests.xml', 'open311test/ws/services.json']) {
		const url = `http://localhost/${path}?jurisdiction_id=toronto.ca`;
		const answer = await (await createMockUp().answer(new Request(url))).text();
		const text = files.find((file) => file.path === path)?.text ?? '';
		if (path.endsWith('.json')) expect(text).toBe(answer);
		else expect(parser.parse(text)).toEqual(parser.parse(answer));
	}
});
