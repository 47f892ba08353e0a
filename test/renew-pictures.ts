import { execFileSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { packPictures } from './pictures/pack.js';

/** Takes the pictures of all stories anew; what of them has changed is to be looked at before it is committed. */
const directory = join(import.meta.dirname, '../stories/pictures');
for (const file of readdirSync(directory)) if (file.endsWith('.png')) rmSync(join(directory, file));
execFileSync('npx', ['vitest', 'run', '--project', 'stories', '--update'], { stdio: 'inherit' });
packPictures(directory);
