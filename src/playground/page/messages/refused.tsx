/** Stands where a message would, had Slack taken it. */
export const Refused = ({ reasons }: { readonly reasons: readonly string[] }) => (
  <div className="refused" role="alert">
    <strong>Slack would refuse this message</strong>
    <ul>
      {reasons.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  </div>
);
