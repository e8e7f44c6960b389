// Writes the bill of materials of what runs in production: `npm run sbom -- [FILE]`.
import { readFileSync, writeFileSync } from 'node:fs';
import { billOfMaterials } from './bill-of-materials.js';

const file = process.argv[2] ?? 'sbom.cdx.json';
const bill = billOfMaterials(JSON.parse(readFileSync('package-lock.json', 'utf8')));
writeFileSync(file, `${JSON.stringify(bill, null, '\t')}\n`);
console.log(`${file}: ${bill.components.length} packages.`);
