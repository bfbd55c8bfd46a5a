import { describe, expect, it } from 'vitest';
import { DRAFT_VERBS, VERBS } from '../../src/domain/verbs.js';
import { deadlineForm, formFields, postForm, recordForm, verbForm } from '../../src/drafting/form-fields.js';
import { parseParties, typedFrom } from '../../src/drafting/form-input.js';
import { english } from '../../src/wording/index.js';

describe('the forms of the record', () => {
  it.each([
    ['Donald Trump → Russia', { issuer: 'Donald Trump', target: 'Russia' }],
    ['NATO -> Serbia; Montenegro', { issuer: 'NATO', target: 'Serbia; Montenegro' }],
    ['United States to 57 trading partners', { issuer: 'United States', target: '57 trading partners' }],
    ['Somebody', { issuer: 'Somebody', target: '' }],
  ])('reads the two sides of "%s"', (text, sides) => {
    expect(parseParties(text)).toEqual(sides);
  });

  it('gives each day of an outcome to the side that needs one', () => {
    const both = { compliance: 'full', 'follow-through': 'full', when: '5 Aug\n6 Aug' };
    expect(typedFrom(both)).toMatchObject({ complied: '5 Aug', acted: '6 Aug' });
    const one = { compliance: 'none', 'follow-through': 'partial', when: '6 Aug' };
    expect(typedFrom(one)).toMatchObject({ complied: '', acted: '6 Aug' });
  });

  it('shows again what was typed before', () => {
    const typed = {
      issuer: 'A',
      target: 'B',
      demand: 'C',
      source: 'https://a.example',
      'second-source': 'https://b.example',
    };
    const values = Object.fromEntries(verbForm('record', typed, english).map(({ id, value }) => [id, value]));
    expect(values).toMatchObject({
      parties: 'A → B',
      demand: 'C',
      source: 'https://a.example\nhttps://b.example',
    });
  });

  it('asks what each side did by its name, shortened where the label has no room', () => {
    const labels = (issuer: string, targets: readonly string[], typed = {}) =>
      verbForm('outcome', typed, english, { issuers: [issuer], targets, outcomes: [] })
        .filter(({ id }) => id === 'compliance' || id === 'follow-through')
        .map(({ label }) => label);
    expect(labels('Donald Trump', ['Russia'])).toEqual([
      'What did Russia do?',
      'What did Donald Trump do about the threat?',
    ]);
    expect(labels('EU', ['Iran', 'Iraq'], { compliance: 'full' })[0]).toBe('What did these targets do?');
    expect(labels('EU', ['Iran', 'Iraq'], { target: 'Iraq' })[0]).toBe('What did Iraq do?');
    const long = 'The Federal Ministry for Economic Affairs 👨‍👩‍👧 and Energy';
    const [target = '', issuer = ''] = labels(long, [long]);
    expect(target).toMatch(/^What did The Federal Ministry .*… do\?$/);
    expect(issuer).toBe(target);
    expect(target.length).toBeLessThanOrEqual(45);
    const fields = verbForm('outcome', {}, english, { issuers: [long], targets: ['Iran'], outcomes: [] });
    expect(fields[1]?.description).toBe(english.forms.questions.aboutThreat);
  });

  it.each([
    ...DRAFT_VERBS.filter((verb) => VERBS[verb].form.length > 0).map((verb) => ({
      name: verb,
      fields: verbForm(verb, {}, english),
    })),
    {
      name: 'a correction',
      fields: formFields(['targets', 'by', 'tag', 'grade', 'complied'], {}, 'correct', english),
    },
    { name: 'a post', fields: postForm({}, english) },
    { name: 'a record', fields: recordForm({}, english) },
    { name: 'a deadline', fields: deadlineForm({}, 'record', english) },
  ])('keeps the form of "$name" within the limits of Discord', ({ fields }) => {
    expect(fields.length).toBeGreaterThan(0);
    expect(fields.length).toBeLessThanOrEqual(5);
    for (const { label, description = '', placeholder = '', choices = [] } of fields) {
      expect(label.length).toBeLessThanOrEqual(45);
      expect(description.length).toBeLessThanOrEqual(100);
      expect(placeholder.length).toBeLessThanOrEqual(100);
      for (const { name } of choices) expect(name.length).toBeLessThanOrEqual(100);
    }
  });
});
