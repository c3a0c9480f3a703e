// The package's functions, and the shapes of the documents that they take and give.

/** Opens a catalog: an object, or JSON text. Rejects with an {@link ErrorDocument} if the catalog has a fault. */
export function load(catalog: Catalog | string, options?: LoadOptions): Promise<Engine>;

/** What is wrong in a catalog (`error`), or suspicious (`warnings`). */
export function check(catalog: Catalog | string, options?: LoadOptions): Promise<CheckAnswer | ErrorDocument>;

/**
 * Where the WebAssembly module comes from, if not from the package itself. The module is loaded once; options of later
 * calls have no effect, unless loading failed. Only own members of the object count, inherited ones do not.
 */
export interface LoadOptions {
  /** Address of `core.wasm`. */
  url?: string | URL;
  /** Subresource integrity of the file at `url`, as in `fetch`. */
  integrity?: string;
  /** The bytes of `core.wasm`. */
  wasmBinary?: ArrayBuffer | ArrayBufferView;
  /** `core.wasm`, compiled. */
  wasmModule?: WebAssembly.Module;
}

/** One open catalog. Every question returns its answer at once, and never throws because of a document. */
export interface Engine extends Disposes {
  /** Text in, text out: the same bytes as the command line. */
  answer(question: Question, request: string): string;
  preview(request: PreviewRequest): Preview | ErrorDocument;
  quote(request: QuoteRequest): Quote | ErrorDocument;
  eligibility(request: EligibilityRequest): Eligibility | ErrorDocument;
  forecast(request: ForecastRequest): Forecast | ErrorDocument;
  sweep(request: SweepRequest): Sweep | ErrorDocument;
  /**
   * Frees at once what the module holds for the catalog; without it the garbage collector does so some time later.
   * Every later question throws. A second call does nothing.
   */
  close(): void;
}

/** `using engine = await load(catalog)` closes it, if the compiler's `lib` has `esnext.disposable`. */
type Disposes = SymbolConstructor extends { readonly dispose: infer Dispose extends symbol }
  ? { [dispose in Dispose]: () => void }
  : object;

export type Question = "preview" | "quote" | "eligibility" | "forecast" | "sweep";

// Scalars

/** An amount in major units, as text: "-224.58". Never a number. */
export type Money = string;
/** "2026-11-22", or if the proration unit is `second` or `minute` also "2026-11-22T09:30:00Z". */
export type Moment = string;
/** "2026-11-22" */
export type CivilDate = string;
/** "P30D", "P1M", "P1Y" */
export type Length = string;
/** "8.875" */
export type Percent = string;
/** Lower-case letters, digits, dots, underscores and dashes; at most 64. */
export type Id = string;

export type MovementKind =
  | "upgrade"
  | "downgrade"
  | "lateral"
  | "add_seats"
  | "remove_seats"
  | "add_addon"
  | "remove_addon"
  | "longer_cycle"
  | "shorter_cycle"
  | "cancel";

/** Any document may carry a schema and your own members. */
interface Annotated {
  $schema?: string;
  [own: `x-${string}`]: unknown;
}

// Catalog

export interface Catalog extends Annotated {
  format: "planshift-catalog/1";
  id: Id;
  name?: string;
  currency: string;
  time_zone?: string;
  seat_name?: { one: string; other: string };
  sources?: Source[];
  cycles: Cycle[];
  plans: Plan[];
  addons?: Addon[];
  discounts?: Discount[];
  tax?: Tax;
  policy: Policy;
  cancellation?: { consequences: ConsequenceRule[] };
}

export interface Source extends Annotated {
  id: Id;
  title?: string;
  url?: string;
}

export interface Cycle extends Annotated {
  id: Id;
  name?: string;
  length: Length;
  /** A day of the month or of the year; on a cycle in weeks a day of the week, 1 to 7 from Monday on. */
  starts_on?: { month?: number; day: number } | { weekday: number };
  /** How long a subscriber is bound who takes the cycle. */
  commitment?: { length: Length; renews?: boolean };
}

export interface Plan extends Annotated {
  id: Id;
  name?: string;
  rank: number;
  illustrative?: boolean;
  prices: Record<Id, Price | DatedPrice[]>;
  /** What it costs once. */
  once?: Price;
  seats?: { min?: number; max?: number | null };
  retired?: boolean;
  features?: string[];
  credits?: { per_period: number; name?: string };
}

export interface Addon extends Annotated {
  id: Id;
  name?: string;
  prices: Record<Id, Price | DatedPrice[]>;
  /** What it costs once. */
  once?: Price;
  plans?: Id[];
}

/** One of several prices that follow each other: it holds before `until`, the last without end. */
export interface DatedPrice extends Price {
  until?: CivilDate;
}

/** For one whole cycle; at least one member. */
export interface Price extends Annotated {
  flat?: Money;
  per_seat?: Money;
  tiers?: { mode: "graduated" | "volume"; steps: { up_to: number | null; per_seat?: Money; flat?: Money }[] };
  package?: { size: number; price: Money };
}

export interface Discount extends Annotated {
  id: Id;
  name?: string;
  percent?: Percent;
  amount?: Money;
  on: "first_payment" | "recurring" | "everything";
  /** From the moment on at which a quote or a change names it; not on the first payment. */
  lasts?: Length;
}

export interface Tax extends Annotated {
  name?: string;
  percent: Percent;
  inclusive?: boolean;
}

export interface Policy extends Annotated {
  proration?: {
    unit?: "day" | "second" | "day30" | "minute";
    rounding?: "half_up" | "half_even" | "down" | "up";
    change_day?: "remaining" | "used";
    last_period?: "full" | "prorated";
  };
  mixed?: "split" | "together";
  rules: Partial<Record<MovementKind, Rule>>;
}

export interface RuleMembers {
  when?: "now" | "period_end" | "choice" | "never" | "term_end";
  choice_default?: "now" | "period_end";
  cycle?: "keep" | "restart" | "align";
  unused?: "credit" | "refund" | "forfeit" | "refund_all" | "time";
  charge?: "prorated" | "full" | "none";
  collect?: "now" | "next_payment";
  lines?: "split" | "net";
  carry_credits?: boolean;
  once?: boolean;
  roles?: Id[];
  notice?: Length;
  /** Of a cancellation: the cycle at whose list price used time is counted. */
  used_at?: Id;
  /** Of a cancellation. */
  fee?: Fee;
  cite?: Id[];
}

export interface Rule extends RuleMembers, Annotated {
  /** The first entry that holds overrides the rule, after `on_cycles`. */
  in_first?: FirstDays[];
  on_cycles?: Record<Id, RuleMembers & { in_first?: FirstDays[] }>;
}

/** Members of a rule that differ while the subscription, or its running period, is young. */
export interface FirstDays extends RuleMembers, Annotated {
  of: "subscription" | "period";
  length: Length;
}

/** A percentage of what the commitment still holds, or an amount; `less` for each whole month since it began. */
export type Fee = ({ percent: Percent } | { amount: Money; less?: Money; at_most?: "rest" }) & Annotated;

export interface ConsequenceRule extends Annotated {
  code: Id;
  title: string;
  detail?: string;
  from?: "request" | "effective";
  after?: Length;
  not_before?: boolean;
  /** The subscriber keeps what it is about, or how to keep it; else it is lost. */
  kept?: boolean;
  cite?: Id[];
}

// Requests

interface Asked extends Annotated {
  /** Echoed as the first member of the answer. */
  id?: string | number;
  question?: Question;
}

export interface AddonSeats extends Annotated {
  id: Id;
  seats?: number;
}

export interface Terms extends Annotated {
  plan: Id;
  cycle: Id;
  seats: number;
  addons?: AddonSeats[];
}

export interface Period {
  start: Moment;
  end: Moment;
}

/** A discount, or a discount with its end: it applies to periods that begin before that. */
export type HeldDiscount = Id | { id: Id; until: Moment };

export interface Subscription extends Terms {
  period: Period;
  seats_in_use?: number;
  anchor_day?: number;
  paid?: Money;
  balance?: Money;
  credits_left?: number | null;
  trial?: boolean;
  discounts?: HeldDiscount[];
  /** The day on which it began; without it no rule of its first days holds. */
  started_on?: Moment;
  /** The period may be longer than one cycle. */
  extended?: boolean;
  /** The prices of that day hold as long as plan and cycle stay. */
  prices_of?: Moment;
  /** The day on which the running commitment ends. */
  committed_until?: Moment;
  scheduled?: Partial<Terms> | null;
  /** What is scheduled happens at the first renewal on or after this day; absent: at the period's end. */
  scheduled_on?: Moment;
  cancels_on?: Moment | null;
  /** What of the money paid for the running period may still come back; absent: no such bound. */
  creditable?: Money;
  pending?: { label: string; amount: Money }[];
}

/** Names only what changes. */
export type Change = ChangeOfTerms | { cancel: true; reason?: string; timing?: Timing } | { resume: true };

export interface ChangeOfTerms extends Partial<Terms> {
  discounts?: HeldDiscount[];
  timing?: Timing;
}

export type Timing = "now" | "period_end";

export interface PreviewRequest extends Asked {
  at: Moment;
  role?: Id;
  subscription: Subscription;
  change: Change;
}

export interface QuoteRequest extends Asked {
  at: Moment;
  terms: Terms;
  discounts?: HeldDiscount[];
  first_period_end?: Moment;
  /** Quoted as cancelled on that day. */
  ends_on?: Moment;
}

export interface EligibilityRequest extends Asked {
  at: Moment;
  role?: Id;
  subscription: Subscription;
}

export interface ForecastRequest extends Asked {
  subscription: Subscription;
  events?: { at: Moment; role?: Id; change: Change }[];
  until: Moment;
}

export interface SweepRequest extends Asked {
  role?: Id;
  subscription: Subscription;
  change: Change;
  from: Moment;
  to: Moment;
}

// Answers

interface Answered {
  id?: string | number;
  catalog: Id;
  currency: string;
}

/** A refusal is an answer too: see `allowed`. */
export type Preview = AllowedPreview | RefusedPreview;

interface PreviewHead extends Answered {
  format: "planshift-preview/1";
  at: Moment;
}

export interface RefusedPreview extends PreviewHead {
  allowed: false;
  reasons: Reason[];
}

export interface AllowedPreview extends PreviewHead {
  allowed: true;
  reasons: [];
  movements: Movement[];
  terms_now: (Required<Pick<Terms, "plan" | "cycle" | "seats" | "addons">> & { period: Period }) | null;
  terms_next: (Required<Pick<Terms, "plan" | "cycle" | "seats" | "addons">> & { from: Moment }) | null;
  pay_today: Settled;
  next_payment: Due | null;
  forfeited: Money;
  balance: { before: Money; after: Money };
  credits?: UnitCredits | null;
  consequences: Consequence[];
  extension: Extension | null;
  notices: Notice[];
  after: Subscription | null;
}

/** `term_end`: at a later period's end than the next. */
export type Occurrence = Timing | "term_end";

export interface Movement {
  kind: MovementKind;
  when: Occurrence;
  on: Moment;
  cite: Id[];
}

export interface Line {
  kind: "unused" | "charge" | "net" | "full" | "pending" | "discount" | "cap" | "tax" | "used" | "fee" | "once";
  transaction: "charge" | "refund";
  label: string;
  plan?: Id;
  addon?: Id;
  discount_id?: Id;
  cycle?: Id;
  seats?: number;
  /** Of used time: how many of its cycles have begun. */
  periods?: number;
  /** What made the line; absent where several movements did, or none. */
  movement?: MovementKind;
  amount: Money;
  inclusive?: boolean;
  proration?: { remaining: number; of: number; unit: "day" | "second" | "day30" | "minute"; base: Money } | null;
  cite?: Id[];
}

/** The time that unused time bought: `base` × `remaining` / `of` was given for it. */
export interface Extension {
  remaining: number;
  of: number;
  unit: "day" | "second" | "minute";
  base: Money;
  units: number;
}

export interface Payment {
  lines: Line[];
  subtotal: Money;
  discount: Money;
  tax: Money;
  /** subtotal + discount + tax; tax counts as 0 where prices contain it. */
  total: Money;
}

/** total = charged + from_balance - to_balance - refunded */
export interface Settled extends Payment {
  charged: Money;
  refunded: Money;
  from_balance: Money;
  to_balance: Money;
}

export interface Due extends Payment {
  date: Moment;
  due: Money;
  from_balance: Money;
  to_balance: Money;
}

export interface UnitCredits {
  name: string;
  left: number | null;
  carried: number | null;
  granted: number | null;
  after: number | null;
  on: Moment | null;
}

export interface Consequence {
  code: Id;
  date?: CivilDate | null;
  not_before?: boolean;
  /** The subscriber keeps what it is about, or how to keep it; else it is lost. */
  kept?: boolean;
  title: string;
  detail?: string | null;
  cite?: Id[];
}

/** The numbers and ids that a sentence uses, for programs and translations. */
export type Facts = Record<string, unknown>;

export interface Notice {
  code: string;
  message: string;
  facts?: Facts;
}

export interface Reason {
  code:
    | "not_allowed"
    | "role"
    | "timing"
    | "retired"
    | "plan_not_sold_on_cycle"
    | "seats_below_minimum"
    | "seats_above_maximum"
    | "seats_in_use"
    | "addon_not_sold_on_cycle"
    | "addon_not_for_plan"
    | "cancellation_pending"
    | "scheduled_in_the_way"
    | "discounts_with_net"
    | "ended"
    | "nothing_changes"
    | "nothing_to_resume";
  message: string;
  movement: MovementKind | null;
  path: string;
  facts?: Facts;
}

export interface Quote extends Answered {
  format: "planshift-quote/1";
  at: Moment;
  allowed: boolean;
  reasons: Reason[];
  first_payment?: Payment;
  /** The day on which the commitment ends that begins with the subscription. */
  committed_until?: Moment | null;
  next_payment?: Due | null;
  alternatives?: { cycle: Id; cost_per_365_days: Money; saving: Money }[];
}

export interface Eligibility extends Answered {
  format: "planshift-eligibility/1";
  at: Moment;
  options: {
    plan: Id;
    cycle: Id;
    verdict: "current" | "available" | "unavailable";
    movements: Movement[];
    when?: Occurrence | null;
    reasons: Reason[];
  }[];
}

export interface Forecast extends Answered {
  format: "planshift-forecast/1";
  until: Moment;
  payments: (Payment & Partial<Settled> & Partial<Due> & { date: Moment; terms: Terms | null })[];
  refused: { at: Moment; reasons: Reason[] }[];
  total: Money;
  ends: Moment | null;
}

export interface Sweep extends Answered {
  format: "planshift-sweep/1";
  days: (
    | {
        at: Moment;
        charged: Money;
        refunded: Money;
        forfeited: Money;
        next_date: Moment | null;
        next_due: Money | null;
      }
    | { at: Moment; reasons: Reason[] }
  )[];
}

export interface CheckAnswer {
  format: "planshift-check/1";
  catalog: Id;
  warnings: Warning[];
}

export interface Warning {
  code: string;
  path: string;
  message: string;
  facts?: Facts;
}

/** A document has a fault. `all` lists every fault found, including the first. */
export interface ErrorDocument {
  id?: string | number | null;
  error: Fault & { all: Fault[] };
  warnings?: Warning[];
}

export interface Fault {
  /** Dotted and stable: "catalog.plan.duplicate_id". */
  code: string;
  document: "catalog" | "request";
  /** A JSON Pointer into that document. */
  path: string;
  message: string;
  facts?: Facts;
}
