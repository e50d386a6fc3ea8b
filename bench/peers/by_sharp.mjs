// The same sizes by sharp, as many photos at once as there are cores, each with one thread, as its manual advises.
// “clones”: one reader a photo, cloned for every file, as Eleventy's and Astro's pictures are made.
// “cascade”: tuned by hand, each size made from the one above and encoded twice, as ours are.
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import sharp from "sharp";

const { jobs, webp, jpeg, out } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const press = { clones, cascade }[process.argv[3]];
sharp.concurrency(1);
sharp.cache(false);

async function clones({ photo, name, sizes }) {
  const read = sharp(photo).autoOrient();
  for (const [width, height] of sizes) {
    const small = () => read.clone().resize(width, height, { fit: "fill" });
    await put(small, `${out}/${name}-${width}`);
  }
}

async function cascade({ photo, name, sizes }) {
  let from = sharp(photo).autoOrient();
  for (const [width, height] of sizes.toReversed()) {
    const { data, info } = await from.resize(width, height, { fit: "fill" }).raw().toBuffer({ resolveWithObject: true });
    await put(() => sharp(data, { raw: info }), `${out}/${name}-${width}`);
    from = sharp(data, { raw: info });
  }
}

async function put(small, path) {
  await small().webp({ quality: webp.quality, effort: webp.method }).toFile(`${path}.webp`);
  await small().jpeg({ quality: jpeg.quality, progressive: jpeg.progressive }).toFile(`${path}.jpg`);
}

const worker = async () => {
  for (let job = jobs.shift(); job; job = jobs.shift()) await press(job);
};
await Promise.all(Array.from({ length: availableParallelism() }, worker));
