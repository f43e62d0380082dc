import { hourOfTalk, measureAnalysis, megabyteOfContracts } from './bench/analysis.ts';
import { measureAcks } from './bench/reading-acks.ts';
import { measurePdf } from './bench/reading-pdf.ts';
import { measureSentences } from './bench/reading-sentences.ts';

/*
 * How fast reading and analysing are, as ratios against floors measured in the same run: `npm run bench`. The last line is one JSON object.
 */
const rounded = (_: string, value: unknown): unknown => (typeof value === 'number' ? Number(value.toFixed(2)) : value);
const say = (name: string, figures: unknown) => console.log(`${name}: ${JSON.stringify(figures, rounded)}`);

const talk = await measureAnalysis(hourOfTalk(), 'talk.txt', 'call');
say('an hour of talk, analysing over splitting into sentences', talk);
const contracts = await measureAnalysis(megabyteOfContracts(), 'contracts.txt', 'contract');
say('a megabyte of contracts, analysing over splitting into sentences', contracts);
const sentences = measureSentences();
say('splitting a megabyte into sentences, Baton and wink-nlp', sentences);
const pdf = await measurePdf();
say('a PDF of 300 pages to cited sentences, over pdftotext alone', pdf);
const acknowledgements = await measureAcks();
say('acknowledgements while such PDFs are read', acknowledgements);
console.log(JSON.stringify({ talk, contracts, sentences, pdf, acknowledgements }, rounded));
