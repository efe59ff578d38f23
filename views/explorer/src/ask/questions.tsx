// The named questions: found by their words, asked by a form made from their parameters.

import { signal } from "@preact/signals";
import { get, post } from "../api";
import { useAnswer } from "../evidence/answers";
import { Problem, Reading } from "../evidence/pieces";
import type { Page, Question, Table } from "../records";
import { asked } from "./asked";
import { Field } from "./field";
import { Result } from "./result_table";

const PAGE = 100;
const words = signal("");
const chosen = signal<string | null>(null);
const values = signal<Record<string, string | boolean>>({});
const answer = asked();

export function Questions() {
  const { answer: page, problem } = useAnswer("questions", (stop) => get<Page<Question>>("questions", {}, stop));
  if (problem) return <Problem text={problem} />;
  if (!page) return <Reading />;
  const question = page.items.find((one) => one.name === chosen.value);
  return question ? <Form question={question} /> : <List questions={page.items} />;
}

function List({ questions }: { questions: Question[] }) {
  const wanted = words.value.toLowerCase().split(/\s+/);
  const found = questions.filter((one) => {
    const text = `${one.name} ${one.title}`.toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
  return (
    <>
      <input type="search" aria-label="Find a question" placeholder="Find a question" value={words.value} onInput={(event) => (words.value = event.currentTarget.value)} />
      <ul class="questions">
        {found.map((one) => (
          <li key={one.name}>
            <button type="button" onClick={() => pick(one)}>
              {one.title}
            </button>
          </li>
        ))}
      </ul>
      {!found.length && <p class="quiet">No question has these words.</p>}
    </>
  );
}

function pick(question: Question): void {
  chosen.value = question.name;
  values.value = Object.fromEntries(
    question.parameters.map((one) => [one.name, one.type === "boolean" ? one.default === "true" : (one.default ?? "")]),
  );
  answer.table.value = null;
  answer.problem.value = null;
}

function Form({ question }: { question: Question }) {
  const missing = question.parameters.some((one) => one.default === null && !one.nullable && values.value[one.name] === "");
  const submit = (event: Event) => {
    event.preventDefault();
    const parameters = Object.fromEntries(Object.entries(values.value).filter(([, value]) => value !== ""));
    const path = `questions/${encodeURIComponent(question.name)}`;
    void answer.ask((offset) => post<Table>(path, { parameters, limit: PAGE, offset }));
  };
  return (
    <>
      <p>
        <button type="button" onClick={() => (chosen.value = null)}>
          All questions
        </button>
      </p>
      <h3>{question.title}</h3>
      <form onSubmit={submit}>
        {question.parameters.map((one) => (
          <Field
            key={`${question.name} ${one.name}`}
            parameter={one}
            value={values.value[one.name] ?? ""}
            onValue={(value) => (values.value = { ...values.value, [one.name]: value })}
          />
        ))}
        <button type="submit" disabled={missing}>
          Ask
        </button>
      </form>
      {question.note && <p class="quiet">{question.note}</p>}
      <p class="quiet">
        On the command line: <code>{question.example}</code>
      </p>
      <Result asked={answer} title={question.title} file={question.name} />
    </>
  );
}
