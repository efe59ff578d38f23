// The analyst's judgements: claims to review, entities to merge or split, and all that was decided.

import { signal } from "@preact/signals";
import { AuthorLine } from "../judge/author_line";
import { History } from "../judge/history";
import { Merge } from "../judge/merge";
import { Review } from "../judge/review";
import { Split } from "../judge/split";
import "../components/forms.css";
import "../judge/judge.css";

const SECTIONS = [
  { name: "review", title: "Review", component: Review },
  { name: "merge", title: "Merge", component: Merge },
  { name: "split", title: "Split", component: Split },
  { name: "history", title: "History", component: History },
] as const;
const open = signal<string>("review");

export function JudgePanel() {
  const section = SECTIONS.find((one) => one.name === open.value) ?? SECTIONS[0];
  return (
    <div class="judge">
      <div class="sections" role="group" aria-label="What to judge">
        {SECTIONS.map((one) => (
          <button key={one.name} type="button" aria-pressed={one.name === section.name} onClick={() => (open.value = one.name)}>
            {one.title}
          </button>
        ))}
      </div>
      <section.component />
      <AuthorLine />
    </div>
  );
}
