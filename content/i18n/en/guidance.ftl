# The register of guidance: what to follow, whom to ask.
page-guidance = Guidance
guidance-hint = What to follow and whom to ask in each area of work. Titles stay in the language of the document.
guidance-search = Search guidance
guidance-all-areas = All areas
guidance-area = Area of work
guidance-none = Nothing in the register has all of these words.
guidance-count = { $count ->
    [one] { $count } reference
   *[other] { $count } references
}
guidance-contacts = Whom to ask
guidance-as-cited = As the brief prints it: { $value }
guidance-contact-as-printed = as printed about 2017, not confirmed
guidance-contact-confirmed = confirmed by this operation
guidance-kind-policy = policy
guidance-kind-guideline = guideline
guidance-kind-standard = standard
guidance-kind-law = law
guidance-kind-internal-instruction = internal instruction
guidance-kind-report = report
guidance-kind-toolkit = toolkit
guidance-access-public = public
guidance-access-internal = internal: ask the contact for the text
guidance-access-in-progress = not published when cited
guidance-state-listed = listed, not yet checked
guidance-state-in-progress = in progress when cited
guidance-state-current = current
guidance-state-superseded = superseded
guidance-state-withdrawn = withdrawn
guidance-state-unavailable = no longer to be had
guidance-successor = Use instead: { $value }
guidance-cited-year = The brief cites it with another year: { $value }
guidance-see-also = Read with it: { $value }
guidance-source = Seen in: { $value }
guidance-set-locally = Default: set locally. From memory of the field; check it before you rely on it.
guidance-review-due = Review due: nobody has checked in the last year whether it still holds.
guidance-checked = Checked { $day } by { $by }
