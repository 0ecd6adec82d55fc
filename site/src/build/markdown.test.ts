import { expect, test } from "vitest";
import { renderMarkdown } from "./markdown.ts";

function check(text: string, known: Readonly<Record<string, string>> = {}): string {
  return renderMarkdown(text, { address: (target) => known[target] }).body.html;
}

test("what looks like HTML in a text is text", () => {
  expect(check("a <script>alert(1)</script> b `<b>`")).toMatchInlineSnapshot(`
    "<p>a &lt;script&gt;alert(1)&lt;/script&gt; b <code>&lt;b&gt;</code></p>
    "
  `);
  expect(check("[x](javascript:alert(1)) ![y](data:text/html,z)")).not.toMatch(/href|<img src="[^"]/);
});

test("links lead to pages, and words whose page is missing stay words", () => {
  expect(check("[one](a.md) and [two](b.md)", { "a.md": "../a.html" })).toMatchInlineSnapshot(`
    "<p><a href="../a.html">one</a> and two</p>
    "
  `);
  expect(check("[out](https://example.org/)")).toMatchInlineSnapshot(`
    "<p><a href="https://example.org/" rel="noopener noreferrer">out</a></p>
    "
  `);
});

test("headings have the anchors of GitHub, each once", () => {
  expect(check("# A `b` C?\n\n## Same\n\n## Same")).toMatchInlineSnapshot(`
    "<h1 id="a-b-c">A <code>b</code> C?</h1>
    <h2 id="same">Same</h2>
    <h2 id="same-1">Same</h2>
    "
  `);
});

test("columns are set by classes, and a head without words is none", () => {
  expect(check("| a |  |\n| --- | ---: |\n| 1 | 2 |")).toMatchInlineSnapshot(`
    "<div class="table" role="group" tabindex="0"><table><thead>
    <tr>
    <th>a</th>
    <td class="right"></td>
    </tr>
    </thead>
    <tbody>
    <tr>
    <td>1</td>
    <td class="right">2</td>
    </tr>
    </tbody>
    </table></div>"
  `);
});

test("words set as code can lead to a page", () => {
  const { body } = renderMarkdown("see `wait` and [`wait`](x.md)", {
    address: () => "x.html",
    code: (words) => (words === "wait" ? "wait.html" : undefined),
  });
  expect(body.html).toMatchInlineSnapshot(`
    "<p>see <a href="wait.html"><code>wait</code></a> and <a href="x.html"><code>wait</code></a></p>
    "
  `);
});
