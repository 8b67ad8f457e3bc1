/**
 * Products and campaigns as they are called now, for `WITH`: what files of products and campaigns tell goes before what
 * orders let one guess. Two products may have one name, so a slice says the ref too. Products of imports that were taken back are there too, because a question may look back.
 */
export const labels = `
  product_label AS MATERIALIZED (
    SELECT product.id, product.ref, told.name,
      IFNULL(told.category, product.category) AS category,
      CASE WHEN told.name IS NULL OR told.name = product.ref THEN product.ref
        ELSE told.name || ' (' || product.ref || ')' END AS slice_name
    FROM product LEFT JOIN stored_product AS told USING (id)
  ),
  campaign_label AS MATERIALIZED (
    SELECT campaign.id, IFNULL(told.kind, campaign.kind) AS kind
    FROM campaign LEFT JOIN stored_campaign AS told USING (id)
  )`;
