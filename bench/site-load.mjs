/** One process that asks for a page, some requests at a time. Says how many were answered in a second. */
import { Agent, get } from 'node:http';

const [url, count] = process.argv.slice(2);
const AT_ONCE = 16;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });

const ask = () =>
  new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      if (response.statusCode !== 200) reject(new Error(`${url}: ${response.statusCode}`));
      response.resume().on('end', resolve);
    }).on('error', reject);
  });

async function answered(requests) {
  let left = requests;
  const start = performance.now();
  const askAll = async () => {
    while (left > 0) {
      left -= 1;
      await ask();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, askAll));
  return (requests / (performance.now() - start)) * 1000;
}

await answered(Number(count) / 4);
process.send({ rate: await answered(Number(count)) });
